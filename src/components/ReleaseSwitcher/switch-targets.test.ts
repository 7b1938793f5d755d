import {describe, expect, test} from '@jest/globals';
import type {Releases} from '@site/src/plugins/releases/releases';
import {switchTargets} from './switch-targets';

const release = (status: 'next' | 'current' | 'unmaintained', nearest = {}) => ({
  label: status,
  status,
  date: status === 'next' ? null : '2026-05-04',
  renamed: {},
  nearest,
});
const releases: Releases = {
  next: release('next'),
  '2026.05': release('current'),
  '2026.04': release('unmaintained', {'tutorials/ec2': 'tutorials/fly'}),
};
const version = (name: string, base: string, ids: string[]) => ({
  name,
  label: name,
  mainDocId: 'index',
  docs: ids.map((id) => ({id, path: id === 'index' ? base : `${base}/${id}`})),
});
const versions = [
  version('current', '/docs/next', ['index', 'tokens', 'tutorials/ec2']),
  version('2026.05', '/docs', ['index', 'tokens', 'tutorials/ec2']),
  version('2026.04', '/docs/2026.04', ['index', 'tokens', 'tutorials/fly']),
];
const paths = (id: string | undefined, active: string | undefined) =>
  switchTargets(versions, releases, id, active).map(({path}) => path);

describe('switchTargets', () => {
  test('leads to the same page of each release', () => {
    expect(paths('tokens', '2026.05')).toEqual(['/docs/next/tokens', '/docs/tokens', '/docs/2026.04/tokens']);
  });

  test('says that a page is missing, and leads to its nearest kin', () => {
    const old = switchTargets(versions, releases, 'tutorials/ec2', '2026.05')[2];
    expect(old).toMatchObject({path: '/docs/2026.04/tutorials/fly', mark: 'missing', status: 'unmaintained'});
  });

  test('marks the release being read', () => {
    const active = switchTargets(versions, releases, 'tokens', '2026.04').filter((target) => target.active);
    expect(active.map((target) => target.version)).toEqual(['2026.04']);
  });

  test('leads to the start pages from outside the docs', () => {
    expect(paths(undefined, undefined)).toEqual(['/docs/next', '/docs', '/docs/2026.04']);
  });
});
