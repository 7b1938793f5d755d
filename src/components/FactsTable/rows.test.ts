import {describe, expect, test} from '@jest/globals';
import {filterRows, matches, withParameter} from './rows';

test.each([
  ['rate', true],
  ['RATE default', true],
  ['default rate', true],
  ['  rate  ', true],
  ['', true],
  ['rate nothing', false],
])('a row "RATE_LIMIT Default" for the filter "%s": %s', (filter, expected) => {
  expect(matches('RATE_LIMIT Default', filter)).toBe(expected);
});

describe('filterRows', () => {
  const rows = () => [
    {id: 'env-A', textContent: 'A one', hidden: false},
    {id: 'env-B', textContent: 'B two', hidden: true},
    {id: '', textContent: 'C one', hidden: false},
  ];
  const shown = (filter: string, target: string) => {
    const all = rows();
    const count = filterRows(all, filter, target);
    return [count, all.map(({hidden}) => !hidden)];
  };

  test('hides what does not match and shows what does', () => {
    expect(shown('two', '')).toEqual([1, [false, true, false]]);
    expect(shown('', '')).toEqual([3, [true, true, true]]);
  });

  test('the row that the address names stays', () => {
    expect(shown('two', 'env-A')).toEqual([2, [true, true, false]]);
  });
});

test('the filter is kept in the address beside what is there already', () => {
  const address = 'https://example.org/docs/page?x=1#env-A';
  expect(withParameter(address, 'filter', 'a b')).toBe('https://example.org/docs/page?x=1&filter=a+b#env-A');
  expect(withParameter('https://example.org/p?filter=a&filter-2=b', 'filter', ' ')).toBe(
    'https://example.org/p?filter-2=b',
  );
});
