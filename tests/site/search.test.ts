import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, jest, test} from '@jest/globals';
import {byKind, figures} from '../../src/plugins/search/eval/metrics';
import {evaluate, readQueries, readReleases} from '../../src/plugins/search/eval/run';
import {siteFolder} from '../support/site';

jest.setTimeout(120_000);

const queries = readQueries('queries');
const releases = readReleases(siteFolder, ['2026.05', '2026.04']);

test('the committed set has at least 120 queries of every kind that readers type', () => {
  expect(queries.length).toBeGreaterThanOrEqual(120);
  expect(new Set(queries.map(({kind}) => kind))).toEqual(
    new Set(['identifier', 'word', 'question', 'typo', 'prefix', 'synonym', 'words', 'split', 'release']),
  );
});

// Floors a little below what is measured, so that an edit of a page does not fail here and a broken rule does.
describe.each(releases.map((release) => [release.version, release] as const))('search of %s', (_, release) => {
  const evaluation = evaluate(release, queries);
  const all = figures(evaluation.outcomes);

  test('finds the right page', () => {
    expect(all.hit1).toBeGreaterThanOrEqual(0.9);
    expect(all.hit3).toBeGreaterThanOrEqual(0.96);
    expect(all.mrr).toBeGreaterThanOrEqual(0.93);
    expect(all.meantFirst).toBeGreaterThanOrEqual(0.72);
    expect(all.anchor).toBeGreaterThanOrEqual(0.85);
    expect(figures(byKind(evaluation.outcomes).get('synonym')!).mrr).toBeGreaterThanOrEqual(0.75);
  });

  test('answers from its own release only', () => {
    expect(evaluation.foreign).toBe(0);
  });

  test('is small: 35 KB to the first hits, 240 KB for all of it', () => {
    const {engine, heads, full} = release.bytes;
    expect(engine).toBeGreaterThan(0);
    expect(engine + heads).toBeLessThanOrEqual(35 * 1024);
    expect(engine + heads + full).toBeLessThanOrEqual(240 * 1024);
  });
});

test('without keys no page tells the browser to connect to Algolia', () => {
  for (const page of ['index.html', 'search.html', 'docs/tokens.html']) {
    expect(readFileSync(join(siteFolder, page), 'utf8')).not.toContain('algolia.net');
  }
});
