import {expect, test} from '@jest/globals';
import {weightOf} from './weight';

test('front matter decides, else kind and status', () => {
  expect(weightOf({search_weight: 0.35, kind: 'tutorial'})).toBe(0.35);
  expect(weightOf({kind: 'tutorial'})).toBeGreaterThan(weightOf({kind: 'explanation'}));
  expect(weightOf({status: 'planned'})).toBe(0.7);
  expect(weightOf({})).toBe(1);
});
