import {afterAll, afterEach, beforeAll, expect, test} from '@jest/globals';
import type {SearchResult} from '../engine/protocol';
import {startStandIn, type Fault, type StandIn} from '../testing/algolia-stand-in';
import {PATIENCE_MILLISECONDS} from './algolia';
import {Backend} from './backend';
import type {Embedded} from './embedded';

const own = {hits: [], nbHits: 7} as unknown as SearchResult;
const embedded: Embedded = {
  search: async () => own,
  help: async () => ({closest: [], elsewhere: []}),
  warm: async () => undefined,
  whenComplete: async () => undefined,
};
let algolia: StandIn;

beforeAll(async () => {
  algolia = await startStandIn();
  const record = {objectID: '1', url: 'https://docs.example/docs', hierarchy: {lvl1: 'Tokens'}, content: 'rotate'};
  algolia.indices.set('docs', {objects: new Map([['1', record]]), settings: {}, synonyms: []});
});
afterEach(() => {
  algolia.fault = 'none';
});
afterAll(() => algolia.close());

const backend = () => new Backend(embedded, {appId: 'APP', apiKey: 'search', indexName: 'docs', host: algolia.host});
const ask = (of: Backend) => of.ask([{query: 'rotate'}]);
const untilIdle = () => new Promise((done) => setTimeout(done, 100));

test('without access the embedded index answers, and nobody else is asked', async () => {
  const before = algolia.requests.length;
  await expect(ask(new Backend(embedded, null))).resolves.toEqual({results: [own], by: 'embedded'});
  expect(algolia.requests.length).toBe(before);
});

test('with access Algolia answers', async () => {
  const {results, by} = await ask(backend());
  expect(by).toBe('algolia');
  expect(results[0]?.hits).toHaveLength(1);
});

test.each<Fault>(['refuse', 'delay', 'cut', 'garbage', 'error', 'forbidden'])(
  '%s: the same keystroke is answered, and a success goes back',
  async (fault) => {
    const search = backend();
    algolia.fault = fault;
    const started = performance.now();
    await expect(ask(search)).resolves.toEqual({results: [own], by: 'fallback'});
    expect(performance.now() - started).toBeLessThan(PATIENCE_MILLISECONDS + 500);

    // While it fails, nobody waits for it again.
    const again = performance.now();
    await expect(ask(search)).resolves.toMatchObject({by: 'fallback'});
    expect(performance.now() - again).toBeLessThan(100);

    if (fault === 'delay') await new Promise((done) => setTimeout(done, PATIENCE_MILLISECONDS));
    await untilIdle();
    algolia.fault = 'none';
    await ask(search);
    await untilIdle();
    await expect(ask(search)).resolves.toMatchObject({by: 'algolia'});
  },
);
