import {expect, test} from '@jest/globals';
import {distance} from '../../edit-distance';
import {corrections, similarWords} from './correct';

const vocabulary = new Map([
  ['schedule', 40],
  ['scheduler', 12],
  ['hibernate', 5],
  ['token', 90],
  ['tokenize', 2],
  ['zoom', 3],
]);

test('a swap of neighbours is one slip', () => {
  expect(distance('shcedule', 'schedule', 2)).toBe(1);
  expect(distance('token', 'tokne', 2)).toBe(1);
  expect(distance('abcdef', 'uvwxyz', 2)).toBe(3);
});

test.each([
  ['schedlue', 'schedule'],
  ['cshedule', 'schedule'],
  ['hibrenat', 'hibernate'],
  ['tokn', 'token'],
])('%s means %s', (typed, meant) => {
  expect(corrections(typed, vocabulary, false)[0]).toBe(meant);
});

test('short words, numbers and strangers are left alone', () => {
  expect(corrections('tok', vocabulary, false)).toEqual([]);
  expect(corrections('12345', vocabulary, true)).toEqual([]);
  expect(corrections('zzzzqqq', vocabulary, true)).toEqual([]);
});

test('an unfinished word may be the beginning of a known one', () => {
  expect(corrections('hibrn', vocabulary, true)).toEqual([]);
  expect(corrections('hibren', vocabulary, true)).toEqual(['hibernate']);
  expect(corrections('hibren', vocabulary, false)).toEqual([]);
});

test('what is too far to be searched for is offered, a known word is not', () => {
  expect(corrections('shedyle', vocabulary, false)).toEqual([]);
  expect(similarWords('shedyle', vocabulary, 3)).toEqual(['schedule']);
  expect(similarWords('tukem', vocabulary, 3)).toEqual(['token']);
  expect(similarWords('tokenize', vocabulary, 3)).toEqual([]);
  expect(similarWords('zzzzqqq', vocabulary, 3)).toEqual([]);
});
