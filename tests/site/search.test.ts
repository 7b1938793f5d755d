import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, jest, test} from '@jest/globals';
import {load, type CheerioAPI} from 'cheerio';
import {byKind, figures, type Figures} from '../../src/plugins/search/eval/metrics';
import {evaluate, readQueries, readReleases, SETS, type QuerySet} from '../../src/plugins/search/eval/run';
import {NEXT} from '../../src/plugins/releases/releases';
import {crawlerConfig} from '../../src/plugins/search/settings';
import {builtReleases} from '../support/releases';
import {siteFolder} from '../support/site';
import {builtPages} from './built-site';

jest.setTimeout(120_000);

const releases = readReleases(siteFolder, builtReleases.filter((name) => name !== NEXT).reverse());

test('the sets have at least 120 and then 80 queries each', () => {
  const [first = 0, ...others] = SETS.map((set) => readQueries(set).length);
  expect(first).toBeGreaterThanOrEqual(120);
  expect(Math.min(...others)).toBeGreaterThanOrEqual(80);
});

test.each(SETS)('%s has every kind of query that readers type', (set) => {
  const queries = readQueries(set);
  expect([...new Set(queries.map(({kind}) => kind))]).toEqual(
    expect.arrayContaining(['identifier', 'word', 'question', 'typo', 'prefix', 'synonym', 'words', 'split']),
  );
});

test('no query is asked twice', () => {
  const asked = SETS.flatMap((set) => readQueries(set).map(({q, releases}) => `${q.toLowerCase()} ${releases ?? ''}`));
  expect(asked.filter((query, index) => asked.indexOf(query) !== index)).toEqual([]);
});

// Floors a little below what is measured, so that an edit of a page does not fail here and a broken rule does.
const FLOORS: Record<QuerySet, Pick<Figures, 'hit1' | 'hit3' | 'mrr' | 'meantFirst' | 'anchor'> & {synonyms: number}> =
  {
    queries: {hit1: 0.92, hit3: 0.96, mrr: 0.94, meantFirst: 0.78, anchor: 0.87, synonyms: 0.9},
    'queries-second': {hit1: 0.86, hit3: 0.94, mrr: 0.91, meantFirst: 0.7, anchor: 0.71, synonyms: 0.87},
    'queries-third': {hit1: 0.87, hit3: 0.93, mrr: 0.91, meantFirst: 0.77, anchor: 0.87, synonyms: 0.92},
    'queries-fourth': {hit1: 0.82, hit3: 0.94, mrr: 0.88, meantFirst: 0.75, anchor: 0.83, synonyms: 0.75},
    'queries-fifth': {hit1: 0.87, hit3: 0.94, mrr: 0.9, meantFirst: 0.65, anchor: 0.78, synonyms: 0.74},
    'queries-sixth': {hit1: 0.84, hit3: 0.87, mrr: 0.87, meantFirst: 0.63, anchor: 0.69, synonyms: 0.55},
    'queries-seventh': {hit1: 0.86, hit3: 0.92, mrr: 0.89, meantFirst: 0.6, anchor: 0.75, synonyms: 0.8},
  };
const cases = releases.flatMap((release) => SETS.map((set) => [release.version, set, release] as const));

describe.each(cases)('search of %s, %s', (_, set, release) => {
  const evaluation = evaluate(release, readQueries(set));
  const all = figures(evaluation.outcomes);

  test('finds the right page', () => {
    const floor = FLOORS[set];
    expect(all.hit1).toBeGreaterThanOrEqual(floor.hit1);
    expect(all.hit3).toBeGreaterThanOrEqual(floor.hit3);
    expect(all.mrr).toBeGreaterThanOrEqual(floor.mrr);
    expect(all.meantFirst).toBeGreaterThanOrEqual(floor.meantFirst);
    expect(all.anchor).toBeGreaterThanOrEqual(floor.anchor);
    expect(figures(byKind(evaluation.outcomes).get('synonym')!).mrr).toBeGreaterThanOrEqual(floor.synonyms);
  });

  test('answers from its own release only', () => {
    expect(evaluation.foreign).toBe(0);
  });
});

describe.each(releases.map((release) => [release.version, release] as const))('the index of %s', (_, release) => {
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

test("the configuration for the hosted crawler finds a page's title, headings, text and section", () => {
  type Extractor = (page: {
    $: CheerioAPI;
    helpers: {docsearch: (options: {recordProps: Record<string, string>}) => object[]};
  }) => {section: string | null}[];
  let extract: Extractor | undefined;
  const run = new Function('Crawler', crawlerConfig('https://docs.example', 'docs'));
  run(function Crawler({actions}: {actions: {recordExtractor: Extractor}[]}) {
    extract = actions[0]?.recordExtractor;
  });
  const $ = load(builtPages().get('/docs/api-reference')!.html);
  const counts: Record<string, number> = {};
  const records = extract!({
    $,
    helpers: {
      docsearch: ({recordProps}) => {
        for (const [part, selector] of Object.entries(recordProps)) {
          if (part !== 'lvl0') counts[part] = $([selector].flat().join(', ')).length;
        }
        return [{}];
      },
    },
  });
  expect(counts).toMatchObject({lvl1: 1, lvl6: 0});
  expect(counts['lvl2']).toBeGreaterThan(5);
  expect(counts['content']).toBeGreaterThan(100);
  expect(records).toEqual([{section: 'Reference'}]);
});
