import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {groupByPage} from '../client/groups';
import {readManifest, readShard} from '../disk';
import {SearchEngine} from '../engine/engine';
import {respond} from '../engine/respond';
import type {RuleName} from '../engine/rules';
import {MANIFEST, type Full, type Heads} from '../shard';
import {judge, type EvalQuery, type Found, type Outcome} from './metrics';

/** The one module of the evaluation that touches the disk. */

export interface Release {
  version: string;
  heads: Heads;
  full: Full;
  bytes: {heads: number; full: number; engine: number};
}

export interface Evaluation {
  outcomes: Outcome[];
  /** Hits of another release than the one that was asked. */
  foreign: number;
  buildMilliseconds: number;
}

/**
 * Seven query sets. All but the first were written without looking at answers, each to judge what had been chosen on those
 * before it; what they showed was then used as well.
 */
export const SETS = [
  'queries',
  'queries-second',
  'queries-third',
  'queries-fourth',
  'queries-fifth',
  'queries-sixth',
  'queries-seventh',
] as const;
export type QuerySet = (typeof SETS)[number];

/** The queries of a committed set. */
export const readQueries = (set: QuerySet): EvalQuery[] =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${set}.json`), 'utf8')) as EvalQuery[];

/** The releases of a finished build that the queries are for. */
export function readReleases(outDir: string, versions: readonly string[]): Release[] {
  const manifest = readManifest(outDir);
  if (!manifest) throw new Error(`there is no search index in ${outDir}; run "npm run build" first`);
  const size = (file: string): number => brotliCompressSync(readFileSync(path.join(outDir, file))).length;
  const engine = engineFiles(outDir).reduce((sum, file) => sum + size(file), 0);
  return versions.map((version) => {
    const files = manifest.releases[version];
    if (!files) throw new Error(`the build has no search index of ${version}`);
    return {version, ...readShard(outDir, files), bytes: {heads: size(files.heads), full: size(files.full), engine}};
  });
}

/** The script of the search worker. The bundler gives it a number for a name: it is the one that reads the list of indexes and posts. */
function engineFiles(outDir: string): string[] {
  const folder = path.join('assets', 'js');
  const files = readdirSync(path.join(outDir, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(folder, name))
    .filter((file) => {
      const code = readFileSync(path.join(outDir, file), 'utf8');
      return code.includes(MANIFEST) && code.includes('postMessage(');
    });
  if (files.length === 0) throw new Error(`there is no script of the search worker in ${path.join(outDir, folder)}`);
  return files;
}

/** Asks every query of a release, as the modal does, and judges what a reader sees. */
export function evaluate(release: Release, queries: readonly EvalQuery[], off: readonly RuleName[] = []): Evaluation {
  const started = performance.now();
  const engine = new SearchEngine(release.heads, release.full, off);
  const evaluation: Evaluation = {
    outcomes: [],
    foreign: 0,
    buildMilliseconds: performance.now() - started,
  };
  for (const query of queries) {
    if (query.releases && !query.releases.includes(release.version)) continue;
    const before = performance.now();
    const {hits} = respond(engine, {query: query.q, facetFilters: [`docusaurus_tag:${release.heads.tag}`]});
    const milliseconds = performance.now() - before;
    evaluation.foreign += hits.filter(({version}) => version !== release.version).length;
    const found = groupByPage(hits).flatMap(({hits: ofPage}) => ofPage);
    evaluation.outcomes.push(
      judge(
        query,
        found.map(({url}) => place(release.heads, url)),
        milliseconds,
      ),
    );
  }
  return evaluation;
}

/** For each key that types the queries: how long its answer took, in milliseconds. */
export function keystrokes({heads, full}: Release, queries: readonly EvalQuery[]): number[] {
  const engine = new SearchEngine(heads, full);
  return queries.flatMap(({q}) =>
    [...q].map((_, index) => {
      const before = performance.now();
      respond(engine, {query: q.slice(0, index + 1)});
      return performance.now() - before;
    }),
  );
}

/** `https://site/docs/2026.04/tokens#list` as page id and anchor. A folder's start page is named by its folder. */
function place({site, pages}: Heads, url: string): Found {
  const [address = '', anchor = ''] = url.slice(site.length).split('#');
  const root = pages.map(([path]) => path).sort((a, b) => a.length - b.length)[0] ?? '';
  return {page: address.slice(root.length + 1) || 'index', anchor};
}
