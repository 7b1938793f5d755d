import {createHash} from 'node:crypto';
import {algoliasearch, type SearchClient} from 'algoliasearch';
import {readManifest, readShard} from './disk';
import {documentsOf} from './engine/documents';
import {recordOf, type SearchRecord} from './records';
import {algoliaSynonyms, INDEX_SETTINGS, type SynonymHit} from './settings';
import type {Full, Heads} from './shard';
import {uploadable} from './uploadable';

/** The one module of this room that writes to Algolia. */

export interface PushOptions {
  /** The folder of a finished build. */
  outDir: string;
  dryRun: boolean;
  /** ALGOLIA_APP_ID, ALGOLIA_INDEX_NAME and ALGOLIA_ADMIN_API_KEY; ALGOLIA_HOST to ask another address. */
  environment: Readonly<Record<string, string | undefined>>;
  say: (line: string) => void;
}

const BATCH = 1000;
/** An index beside that nobody has written to for so long is of a push that was interrupted. */
const IDLE_MILLISECONDS = 3_600_000;

const besideOf = (indexName: string): string => `${indexName}_push_`;

/**
 * Replaces the index by the records of the last build. Everything is uploaded to an index beside it, counted there, and
 * moved over it in one step, so readers see the old index or the new one. The index beside is named by its content: a
 * push that was interrupted is simply run again.
 */
export async function push({outDir, dryRun, environment, say}: PushOptions): Promise<void> {
  const releases = readReleases(outDir);
  const records = releases.flatMap(({heads, full}) =>
    documentsOf(heads, full).map((document, position) => uploadable(recordOf(heads, document, position))),
  );
  const synonyms = algoliaSynonyms(releases.map(({heads}) => heads));
  announce(records, synonyms, say);
  if (dryRun) return say('[search] dry run: nothing was sent');

  const access = readAccess(environment);
  const client = open(access);
  // The message of a failed request may quote what was sent.
  const told = (error: unknown): string =>
    (error instanceof Error ? error.message : String(error)).replaceAll(access.apiKey, '***');
  try {
    await replace(client, access.indexName, records, synonyms, say);
  } catch (error) {
    const message = told(error);
    const way = /API key|Application-ID/i.test(message) ? '; check ALGOLIA_APP_ID and ALGOLIA_ADMIN_API_KEY' : '';
    throw new Error(
      `the index was not replaced; readers still have the one before, and the push may be run again: ${message}${way}`,
    );
  }
  say(`[search] ${access.indexName} now has ${records.length} records`);
  try {
    await removeLeftOver(client, access.indexName);
  } catch (error) {
    say(`[search] what an interrupted push left beside ${access.indexName} was not removed: ${told(error)}`);
  }
}

function readReleases(outDir: string): {heads: Heads; full: Full}[] {
  const manifest = readManifest(outDir);
  if (!manifest) throw new Error(`there is no search index in ${outDir}; run "npm run build" first`);
  return Object.values(manifest.releases).map((release) => readShard(outDir, release));
}

function announce(records: readonly SearchRecord[], synonyms: readonly SynonymHit[], say: PushOptions['say']): void {
  const sizes = records.map((record) => Buffer.byteLength(JSON.stringify(record)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (const version of new Set(records.map((record) => record.version))) {
    say(`[search] ${version}: ${records.filter((record) => record.version === version).length} records`);
  }
  say(
    `[search] ${records.length} records, ${Math.round(total / 1024)} KB, the largest ${Math.max(0, ...sizes)} bytes; ${synonyms.length} synonyms`,
  );
}

interface Access {
  appId: string;
  apiKey: string;
  indexName: string;
  host: string | undefined;
}

function readAccess(environment: PushOptions['environment']): Access {
  const read = (name: string): string => {
    const value = environment[name];
    if (!value)
      throw new Error(`${name} is not set; a push needs ALGOLIA_APP_ID, ALGOLIA_INDEX_NAME and ALGOLIA_ADMIN_API_KEY`);
    return value;
  };
  return {
    appId: read('ALGOLIA_APP_ID'),
    indexName: read('ALGOLIA_INDEX_NAME'),
    apiKey: read('ALGOLIA_ADMIN_API_KEY'),
    host: environment['ALGOLIA_HOST'],
  };
}

function open({appId, apiKey, host}: Access): SearchClient {
  if (!host) return algoliasearch(appId, apiKey);
  const {hostname, port, protocol} = new URL(host);
  const own = {url: hostname, protocol: protocol.slice(0, -1) as 'http' | 'https', accept: 'readWrite' as const};
  return algoliasearch(appId, apiKey, {hosts: [port ? {...own, port: Number(port)} : own]});
}

async function replace(
  client: SearchClient,
  indexName: string,
  records: SearchRecord[],
  synonyms: SynonymHit[],
  say: PushOptions['say'],
): Promise<void> {
  const content = createHash('sha256')
    .update(JSON.stringify([records, synonyms, INDEX_SETTINGS]))
    .digest('hex');
  const beside = `${besideOf(indexName)}${content.slice(0, 12)}`;
  const wait = async (task: Promise<{taskID: number}>, name = beside): Promise<void> => {
    await client.waitForTask({indexName: name, taskID: (await task).taskID});
  };

  say(`[search] uploading to ${beside}`);
  // Rules that somebody made in Algolia's dashboard stay.
  if (await client.indexExists({indexName})) {
    await wait(
      client.operationIndex({
        indexName,
        operationIndexParams: {operation: 'copy', destination: beside, scope: ['rules']},
      }),
    );
  }
  await wait(client.setSettings({indexName: beside, indexSettings: {...INDEX_SETTINGS} as never}));
  await wait(client.saveSynonyms({indexName: beside, synonymHit: synonyms, replaceExistingSynonyms: true}));
  await client.saveObjects({indexName: beside, objects: records as never[], waitForTasks: true, batchSize: BATCH});

  const {nbHits} = await client.searchSingleIndex({indexName: beside, searchParams: {query: '', hitsPerPage: 0}});
  if (nbHits !== records.length) throw new Error(`${beside} has ${nbHits} records instead of ${records.length}`);
  await wait(
    client.operationIndex({indexName: beside, operationIndexParams: {operation: 'move', destination: indexName}}),
  );
}

/** Removes indexes that interrupted pushes left; one that was written a short while ago may be of a push at work. */
async function removeLeftOver(client: SearchClient, indexName: string): Promise<void> {
  const {items} = await client.listIndices();
  for (const {name, updatedAt} of items) {
    const idle = Date.now() - Date.parse(updatedAt);
    if (name.startsWith(besideOf(indexName)) && idle > IDLE_MILLISECONDS) await client.deleteIndex({indexName: name});
  }
}
