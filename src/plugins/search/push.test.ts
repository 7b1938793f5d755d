import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, jest, test} from '@jest/globals';
import {writeShards} from './disk';
import {push} from './push';
import {startStandIn, type StandIn} from './testing/algolia-stand-in';
import {sampleRelease} from './testing/release';

jest.setTimeout(30_000);

const KEY = 'admin-key-0123456789';
const RECORDS = 11;
let algolia: StandIn;
let outDir: string;
let said: string[];

beforeEach(async () => {
  algolia = await startStandIn();
  outDir = mkdtempSync(path.join(tmpdir(), 'search-push-'));
  writeShards(outDir, [{name: '2026.05', ...sampleRelease()}]);
  said = [];
});

afterEach(async () => {
  await algolia.close();
  rmSync(outDir, {recursive: true, force: true});
});

const run = (dryRun = false) =>
  push({
    outDir,
    dryRun,
    environment: {
      ALGOLIA_APP_ID: 'APP',
      ALGOLIA_INDEX_NAME: 'docs',
      ALGOLIA_ADMIN_API_KEY: KEY,
      ALGOLIA_HOST: algolia.host,
    },
    say: (line) => said.push(line),
  });

test('a dry run says counts and sizes and sends nothing', async () => {
  await push({outDir, dryRun: true, environment: {}, say: (line) => said.push(line)});
  expect(said.join('\n')).toContain(`2026.05: ${RECORDS} records`);
  expect(algolia.requests).toEqual([]);
});

test('replaces the index in one step, with settings and synonyms, and leaves nothing beside it', async () => {
  algolia.indices.set('docs', {objects: new Map([['old', {objectID: 'old'}]]), settings: {}, synonyms: []});
  await run();
  expect([...algolia.indices.keys()]).toEqual(['docs']);
  const {objects, settings, synonyms} = algolia.indices.get('docs')!;
  expect(objects.size).toBe(RECORDS);
  expect(objects.has('old')).toBe(false);
  expect(settings).toHaveProperty('attributesForFaceting');
  expect(synonyms.length).toBeGreaterThan(0);
  const writes = algolia.requests.filter((request) => /^(?:POST|PUT) \/1\/indexes\/docs\//.test(request));
  expect(writes).toEqual(['POST /1/indexes/docs/operation']);
});

test('wherever it is cut off, readers keep the old index, and it may be run again', async () => {
  await run(true);
  for (const cutFrom of [1, 3, 5, 7]) {
    algolia.indices.clear();
    algolia.indices.set('docs', {objects: new Map([['old', {objectID: 'old'}]]), settings: {}, synonyms: []});
    algolia.requests.length = 0;
    algolia.cutFrom = cutFrom;
    await expect(run()).rejects.toThrow('may be run again');
    expect([...algolia.indices.get('docs')!.objects.keys()]).toEqual(['old']);
    algolia.cutFrom = Infinity;
    await run();
    expect(algolia.indices.get('docs')!.objects.size).toBe(RECORDS);
    expect([...algolia.indices.keys()]).toEqual(['docs']);
  }
});

test('what fails after the index was replaced does not say that it was not', async () => {
  await run();
  algolia.requests.length = 0;
  await run();
  algolia.cutFrom = algolia.requests.length - 1;
  algolia.requests.length = 0;
  await run();
  expect(algolia.indices.get('docs')!.objects.size).toBe(RECORDS);
  expect(said.join('\n')).toContain(`docs now has ${RECORDS} records`);
  expect(said.at(-1)).toContain('was not removed');
});

test('what an interrupted push left goes, what another push is writing stays', async () => {
  const index = {objects: new Map(), settings: {}, synonyms: []};
  algolia.indices.set('docs_push_old', {...index, updatedAt: '2026-01-01T00:00:00.000Z'});
  algolia.indices.set('docs_push_new', {...index, updatedAt: new Date().toISOString()});
  await run();
  expect([...algolia.indices.keys()].sort()).toEqual(['docs', 'docs_push_new']);
});

test('the admin key is never said', async () => {
  algolia.fault = 'forbidden';
  const error = await run().catch((reason: unknown) => reason);
  expect(String(error)).not.toContain(KEY);
  expect(said.join('\n')).not.toContain(KEY);
});

test('a missing name is named', async () => {
  const environment = {ALGOLIA_APP_ID: 'APP', ALGOLIA_INDEX_NAME: 'docs'};
  await expect(push({outDir, dryRun: false, environment, say: () => undefined})).rejects.toThrow(
    'ALGOLIA_ADMIN_API_KEY is not set',
  );
});
