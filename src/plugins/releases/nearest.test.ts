import {describe, expect, test} from '@jest/globals';
import {nearestPage} from './nearest';

const ids = new Set(['index', 'plugins', 'guides/index', 'runtime-mcp', 'tutorials/fly']);

describe('nearestPage', () => {
  test('is the page itself where it exists, even when a kin is stated', () => {
    expect(nearestPage('plugins', ids, {plugins: 'index'})).toBe('plugins');
  });

  test('is the stated kin of a missing page', () => {
    expect(nearestPage('tutorials/ec2', ids, {'tutorials/ec2': 'tutorials/fly'})).toBe('tutorials/fly');
  });

  test('passes over a stated kin that does not exist either', () => {
    expect(nearestPage('guides/x', ids, {'guides/x': 'gone'})).toBe('guides/index');
  });

  test.each([
    ['guides/deep/x', 'guides/index'],
    ['runtime-mcp/flag', 'runtime-mcp'],
    ['nowhere/x', 'index'],
    ['nowhere', 'index'],
  ])('goes up from %s to %s', (id, expected) => {
    expect(nearestPage(id, ids, {})).toBe(expected);
  });
});
