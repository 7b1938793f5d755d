import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {contradictions} from '../../links/all-redirects';
import {loadRedirects, REDIRECTS} from '../../links/redirect-table';
import {formatJson} from '../files';
import {ReleaseProblem} from '../problems';
import {builtNames, loadReleases, releasePath} from '../releases';
import {releaseRedirects} from '../release-redirects';
import {addressOf, routeOf} from '../routes';
import {routesOnDisk} from '../routes-on-disk';
import {folderOf} from '../site';
import type {Transaction} from '../transaction';
import {readContract} from './contract-inputs';
import {commitCommands} from './git';

/**
 * Stages the table of redirects that people write, with rows pointed at the new address of what they lead to. It is
 * changed as text so that what this room does not know stays.
 *
 * @param moves old address to new address
 */
export function stageRetargeted(transaction: Transaction, moves: ReadonlyMap<string, string>): void {
  const file = join(transaction.siteDir, REDIRECTS);
  if (moves.size === 0 || !existsSync(file)) return;
  const table = JSON.parse(readFileSync(file, 'utf8')) as {redirects: {to: string}[]};
  let isChanged = false;
  for (const row of table.redirects) {
    const to = moves.get(row.to);
    if (to === undefined) continue;
    row.to = to;
    isChanged = true;
  }
  if (isChanged) transaction.write(REDIRECTS, formatJson(table));
}

/**
 * Where the pages that a release renamed have stood at /docs, and where they stand once it is the current one.
 *
 * @param renamed new page id to old page id
 * @param routes the routes of the release
 */
export function movesOf(
  renamed: Readonly<Record<string, string>>,
  routes: ReadonlyMap<string, string>,
): [before: string, after: string][] {
  return Object.entries(renamed).flatMap(([fresh, old]): [string, string][] => {
    const route = routes.get(fresh);
    return route === undefined ? [] : [[addressOf('/docs', routeOf(old)), addressOf('/docs', route)]];
  });
}

/**
 * Checks the table against the releases as they will be, and abandons them when it does not fit. A build would stop at
 * such a row, but the commands that build do so with a part of the releases only, and the others do not build at all.
 *
 * @throws ReleaseProblem that names each row in the way, and what to do with it
 */
export function requireSoundRedirects(transaction: Transaction): void {
  const stage = join(transaction.stage, 'new');
  const folderWith = (path: string): string => (existsSync(join(stage, path)) ? stage : transaction.siteDir);
  const table = folderWith(REDIRECTS);
  if (!existsSync(join(table, REDIRECTS))) return;
  const rows = loadRedirects(table);
  const releases = loadReleases(folderWith('releases.json'));
  const routesOf = (name: string) => routesOnDisk(folderWith(folderOf(name)), name);
  const givenUp = (name: string) => readContract(folderWith(folderOf(name)), folderOf(name)).tombstones;
  const derived = releaseRedirects(releases, routesOf, givenUp);
  const owners = new Map<string, string>();
  for (const name of builtNames(releases)) {
    const base = releasePath(name, releases);
    const isBelow = (address: string): boolean => address === base || address.startsWith(`${base}/`);
    // Next has no manifest: its pages would be read for nothing.
    if (!rows.some(({from, to}) => isBelow(from) || isBelow(to))) continue;
    for (const route of routesOf(name).values()) owners.set(addressOf(base, route), name);
  }
  const known = new Set([...owners.keys(), ...derived.map(({from}) => from)]);
  const problems = rows.flatMap(({from, to}) => {
    const owner = owners.get(from);
    if (owner !== undefined) return [`${REDIRECTS}: ${from} would be a page of ${owner}; take the row out`];
    return /^\/docs(\/|$)/.test(to) && !known.has(to)
      ? [`${REDIRECTS}: ${from} leads to ${to}, which would be no page; point the row at one`]
      : [];
  });
  problems.push(...contradictions(rows, derived));
  if (problems.length === 0) return;
  transaction.abandon();
  throw new ReleaseProblem(problems);
}

/** The commands after a change that redirects follow from: the rules for hosts are written anew and committed with it. */
export function commitWithRules(targets: readonly string[], message: string): string[] {
  return ['npx docusaurus links:deploy', ...commitCommands([...targets, 'deploy'], message)];
}
