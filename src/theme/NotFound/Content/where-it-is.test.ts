import {expect, test} from '@jest/globals';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {whereItIs} from './where-it-is';

const entry = (status: 'next' | 'current' | 'unmaintained', renamed = {}) => ({
  label: status,
  status,
  date: null,
  renamed,
  nearest: {},
});
const data: ReleasesGlobalData = {
  releases: {next: entry('next', {fresh: 'old'}), '2026.05': entry('current'), '2026.04': entry('unmaintained')},
  tombstones: {gone: {reason: 'nobody used it', successor: 'old'}},
};
const versions = [
  {name: 'current', label: 'Next', path: '/docs/next', docs: [{id: 'fresh', path: '/docs/next/fresh'}]},
  {name: '2026.05', label: '2026.05', path: '/docs', docs: [{id: 'old', path: '/docs/old'}]},
  {name: '2026.04', label: '2026.04', path: '/docs/2026.04', docs: [{id: 'gone', path: '/docs/2026.04/gone'}]},
];

test('a page that was renamed is found under its other name', () => {
  expect(whereItIs('/docs/2026.04/old', versions, data).found).toEqual([
    {path: '/docs/next/fresh', label: 'Next', isRenamed: true},
    {path: '/docs/old', label: '2026.05', isRenamed: false},
  ]);
});

test('a page that was given up says why and what to read', () => {
  expect(whereItIs('/docs/gone', versions, data)).toEqual({
    asked: 'The page "gone" of the current release',
    found: [{path: '/docs/2026.04/gone', label: '2026.04', isRenamed: false}],
    gone: {reason: 'nobody used it', path: '/docs/old'},
  });
});

test.each(['constructor', 'toString', '__proto__'])('%s is a page that nobody has, not a part of JavaScript', (id) => {
  expect(whereItIs(`/docs/${id}`, versions, data)).toEqual({
    asked: `The page "${id}" of the current release`,
    found: [],
  });
  expect(whereItIs(`/docs/2026.04/${id}`, versions, data)).toMatchObject({found: []});
});

test('an unknown release is said to be unknown; other addresses are none of its business', () => {
  expect(whereItIs('/docs/2019.01/x', versions, data)).toMatchObject({
    asked: expect.stringContaining('2019.01, which is no release'),
    found: [],
  });
  expect(whereItIs('/blog/x', versions, data)).toEqual({found: []});
});
