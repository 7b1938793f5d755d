import {createHash} from 'node:crypto';
import {copyFile, mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {join, relative, sep} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {siteFiles} from './site-files';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const text = /\.(html|js|mjs|css|json|svg|xml|txt|md|rss|atom|webmanifest|map)$/;
/** Smaller files fit into one packet either way. */
const WORTH = 512;
const kinds = ['br', 'gz'] as const;

/**
 * How hard each packer tries. Brotli: its most for what readers of the current release get, less for comparisons and other
 * releases. Measured on this site: 9 makes a page a tenth larger than 11 and takes a sixth of the time.
 *
 * @param path inside the build: where the build stands says nothing about its pages
 */
const qualitiesFor = (path: string) => ({
  br: /^(releases|docs\/(next|\d{4}\.\d{2}))[/.]/.test(path) ? 9 : 11,
  gz: constants.Z_BEST_COMPRESSION,
});

const packers = {
  br: (body: Buffer, quality: number) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gz: (body: Buffer, level: number) => zip(body, {level}),
};

/**
 * Writes `file.br` and `file.gz` beside every file of text in a built site. Same input, same bytes.
 *
 * @param cache folder of what earlier builds compressed, by content and quality: most files are the same in the next build.
 *   It holds what this build needed and nothing older, so no two sites may share it.
 * @returns how many files have compressed copies, and how many of these were in the cache
 */
export async function compress(folder: string, cache: string): Promise<{count: number; known: number}> {
  await mkdir(cache, {recursive: true});
  const before = new Set(await readdir(cache));
  const used = new Set<string>();
  const queue = siteFiles(folder).filter((file) => text.test(file));
  let count = 0;
  let known = 0;

  const one = async (file: string): Promise<void> => {
    const body = await readFile(file);
    if (body.length < WORTH) return;
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 32);
    const qualities = qualitiesFor(relative(folder, file).split(sep).join('/'));
    count++;
    for (const kind of kinds) {
      const name = `${hash}-${qualities[kind]}.${kind}`;
      used.add(name);
      if (before.has(name)) {
        known++;
        await copyFile(join(cache, name), `${file}.${kind}`);
      } else {
        const packed = await packers[kind](body, qualities[kind]);
        await writeFile(`${file}.${kind}`, packed);
        await writeFile(join(cache, name), packed);
      }
    }
  };
  const work = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) await one(file);
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  for (const name of before) if (!used.has(name)) await rm(join(cache, name), {force: true});
  return {count, known: known / kinds.length};
}
