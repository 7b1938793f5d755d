import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {parseJson} from '../json';
import {TABLE_NAMES, type TableName} from './tables';
import {validateTable, type Facts, type FactsTable} from './validate';

/** The one module of this room that touches the disk. */

const FACTS = '_facts';

/** A release whose facts cannot be used, with everything that is wrong with them. */
export class FactsFileError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'FactsFileError';
  }
}

/** Goes up from a page to the folder of its release: the first one that holds `_facts`. */
export function findRelease(pagePath: string): string | null {
  for (let directory = path.dirname(pagePath); ; directory = path.dirname(directory)) {
    if (existsSync(path.join(directory, FACTS))) return directory;
    if (directory === path.dirname(directory)) return null;
  }
}

/** All releases of a site: the next one and every snapshot. */
export function findReleases(siteDir: string): string[] {
  const snapshots = path.join(siteDir, 'versioned_docs');
  return [
    path.join(siteDir, 'docs'),
    ...(existsSync(snapshots)
      ? readdirSync(snapshots)
          .sort()
          .map((name) => path.join(snapshots, name))
      : []),
  ].filter((directory) => existsSync(path.join(directory, FACTS)));
}

/** The facts files of a release, also those that are missing. */
export const factsFiles = (release: string): string[] =>
  TABLE_NAMES.map((name) => path.join(release, FACTS, `${name}.json`));

/** The code below a folder, without its tests. */
export const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.c?[jt]s$/.test(name) && !name.includes('.test.'))
    .sort()
    .map((name) => path.join(folder, name));

interface Entry {
  stamp: string;
  facts: Facts | FactsFileError;
}
const cache = new Map<string, Entry>();

/**
 * The facts of a release. Read once; read again only after a file has changed, so that
 * `npm start` shows an edit. Throws a FactsFileError that lists every problem.
 */
export function loadFacts(release: string): Facts {
  const stamp = factsFiles(release).map(fileStamp).join();
  let entry = cache.get(release);
  if (entry?.stamp !== stamp) {
    entry = {stamp, facts: readFacts(release)};
    cache.set(release, entry);
  }
  if (entry.facts instanceof FactsFileError) throw entry.facts;
  return entry.facts;
}

function fileStamp(file: string): string {
  const stat = statSync(file, {throwIfNoEntry: false});
  return stat ? `${stat.mtimeMs}:${stat.size}` : 'missing';
}

function readFacts(release: string): Facts | FactsFileError {
  const problems: string[] = [];
  const tables: Partial<Record<TableName, FactsTable>> = {};
  for (const name of TABLE_NAMES) {
    const file = path.join(release, FACTS, `${name}.json`);
    const label = path.relative(process.cwd(), file);
    if (!existsSync(file)) {
      problems.push(`${label}: the file is missing; every release has all facts files`);
      continue;
    }
    let content: unknown;
    try {
      content = parseJson(readFileSync(file, 'utf8'), label);
    } catch (error) {
      problems.push((error as Error).message);
      continue;
    }
    const validated = validateTable(name, label, content);
    if (validated.table) tables[name] = validated.table;
    problems.push(...validated.problems);
  }
  if (problems.length > 0) return new FactsFileError(problems);
  return {release, tables: tables as Facts['tables']};
}
