import {expect, test} from '@jest/globals';
import {daysOf} from './last-modified';

test('a file has the day of its youngest commit', () => {
  expect([...daysOf('\x002026-05-04\n\ndocs/a.md\n\x002026-04-01\n\ndocs/a.md\ndocs/b.md\n')]).toEqual([
    ['docs/a.md', '2026-05-04'],
    ['docs/b.md', '2026-04-01'],
  ]);
  expect(daysOf('').size).toBe(0);
});
