import {expect, test} from '@jest/globals';
import {SearchEngine} from '../engine/engine';
import {respond} from '../engine/respond';
import {sampleRelease} from '../testing/release';
import {readSearchAddress, searchAddress} from './address';
import {Backend} from './backend';
import {docSearch} from './docsearch';
import type {Embedded} from './embedded';
import type {Help} from './shelf';

const {heads, full} = sampleRelease();
const engine = new SearchEngine(heads, full);
const embedded: Embedded = {
  search: async (request) => respond(engine, request),
  help: async () => ({closest: ['schedule'], elsewhere: [respond(engine, {query: 'tokens', hitsPerPage: 1})]}),
  warm: async () => undefined,
  whenComplete: async () => undefined,
};
const search = docSearch(new Backend(embedded, null), embedded, {
  searchPage: 'https://docs.example/search',
  ask: 'https://github.com/example',
});
const hits = async (query: string) => (await search({requests: [{query}]})).results[0]!.hits;

test('a heading shows the headings above it and what it says', async () => {
  const hit = (await hits('KMS_KEY_ARN'))[0]!;
  expect(hit.hierarchy.lvl1).toBe('Environment variables');
  expect(hit._snippetResult.hierarchy.lvl1?.value).toContain('Environment variables › Platform — AWS');
});

test('a text of a page cannot become markup', async () => {
  const texts = JSON.stringify(await hits('bold quoted'));
  expect(texts).toContain('&lt;');
  expect(texts.replaceAll('<mark>', '').replaceAll('</mark>', '')).not.toMatch(/[<>]/);
});

test('nothing found: other releases, close words, where to ask', async () => {
  const found = await hits('zzzz <i>');
  expect(found.map(({hierarchy}) => hierarchy.lvl0)).toEqual([
    'In other releases: 2026.05',
    'Nothing here for “zzzz &lt;i&gt;”',
    'Nothing here for “zzzz &lt;i&gt;”',
  ]);
  expect(found.at(-1)?.url).toBe('https://github.com/example');
});

test('help that has to be loaded does not keep the reader waiting: it is asked for again when it is there', async () => {
  let resolve = (_: Help): void => undefined;
  const promise = new Promise<Help>((done) => (resolve = done));
  const again: string[] = [];
  const slow: Embedded = {...embedded, help: () => promise};
  const places = {searchPage: '/search', ask: '/ask', again: (query: string) => void again.push(query)};
  const {results} = await docSearch(new Backend(slow, null), slow, places)({requests: [{query: 'zzzz'}]});
  expect(results[0]!.hits.map(({url}) => url)).toEqual(['/ask']);
  expect(again).toEqual([]);
  resolve({closest: [], elsewhere: []});
  await promise;
  await undefined;
  expect(again).toEqual(['zzzz']);
});

test('headings without a hit say nothing of the texts: the answer waits for those', async () => {
  const headings = new SearchEngine(heads, null);
  let complete = false;
  const loading: Embedded = {
    ...embedded,
    search: async (request) => ({...respond(complete ? engine : headings, request), partial: !complete}),
    help: async () => Promise.reject(new Error('asked for help too early')),
    whenComplete: async () => {
      await new Promise((done) => setTimeout(done));
      complete = true;
    },
  };
  const places = {searchPage: '/search', ask: '/ask'};
  const {results} = await docSearch(new Backend(loading, null), loading, places)({requests: [{query: 'quoted'}]});
  expect(results[0]!.hits[0]!.content).toContain('quoted');
});

test('the address of the results page is read as it is written', () => {
  const address = {query: 'a & b', version: 'current', section: 'Guides', page: 2};
  expect(searchAddress(address)).toBe('/search?q=a+%26+b&release=next&section=Guides&page=3');
  expect(readSearchAddress(searchAddress(address).slice('/search'.length))).toEqual(address);
  expect(readSearchAddress('')).toEqual({query: '', version: null, section: null, page: 0});
});
