import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import {parseJson} from '../json';
import {phrasesFileOf, phrasesSchema, type Phrases} from './phrases';
import {MANIFEST, type Full, type Heads, type Manifest} from './shard';

/** The one module of this room that touches the disk while building. */

const synonymsSchema = z.strictObject({
  $comment: z.string().optional(),
  lines: z.array(z.string().regex(/^[^=]+=>[^=]+$/, 'expected "said, said too => written, written too"')),
});

/** The synonyms of a release folder; a release without the file has none. */
export const readSynonymLines = (release: string): string[] =>
  readChecked(path.join(release, '_facts', 'synonyms.json'), synonymsSchema)?.lines ?? [];

/** The search phrases of a release folder; a release without the file has none. */
export const readPhrases = (release: string): Phrases =>
  readChecked(phrasesFileOf(release), phrasesSchema)?.pages ?? {};

/**
 * @returns null when there is no such file
 * @throws naming the file and each place in it that is not of the form
 */
function readChecked<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  const result = schema.safeParse(parseJson(readFileSync(file, 'utf8'), file));
  if (result.success) return result.data;
  throw new Error(
    result.error.issues.map(({path: at, message}) => `${file}: ${at.join(' > ')}: ${message}`).join('\n'),
  );
}

/** A built page, for a site whose addresses have no slash at the end, or whose pages are folders. */
export function readBuiltPage(outDir: string, permalink: string): string {
  const bare = path.join(outDir, permalink.replace(/\/$/, ''));
  const file = [`${bare}.html`, path.join(bare, 'index.html')].find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`the build has no file for ${permalink}, which the search would index`);
  return readFileSync(file, 'utf8');
}

/** Writes the files of all releases and the manifest that names them. */
export function writeShards(outDir: string, releases: {name: string; heads: Heads; full: Full}[]): Manifest {
  const manifest: Manifest = {releases: {}};
  for (const {name, heads, full} of releases) {
    manifest.releases[name] = {
      heads: writeHashed(outDir, name, 'heads', heads),
      full: writeHashed(outDir, name, 'full', full),
      label: heads.label,
    };
  }
  writeFileSync(path.join(outDir, MANIFEST), `${JSON.stringify(manifest)}\n`);
  return manifest;
}

function writeHashed(outDir: string, release: string, kind: string, content: unknown): string {
  const json = JSON.stringify(content);
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  const file = `search/${release}/${kind}.${hash}.json`;
  mkdirSync(path.join(outDir, 'search', release), {recursive: true});
  writeFileSync(path.join(outDir, file), json);
  return file;
}

/** The manifest of a finished build, or null. */
export function readManifest(outDir: string): Manifest | null {
  const file = path.join(outDir, MANIFEST);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}

/** The two files of a release of a finished build. */
export function readShard(outDir: string, {heads, full}: Manifest['releases'][string]): {heads: Heads; full: Full} {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(outDir, file), 'utf8'));
  return {heads: read(heads) as Heads, full: read(full) as Full};
}
