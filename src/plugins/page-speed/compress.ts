import {readFile, stat, writeFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const text = /\.(html|js|mjs|css|json|svg|xml|txt|md|rss|atom|webmanifest|map)$/;
/** Smaller files fit into one packet either way. */
const WORTH = 512;

/** Whether a host would send the file compressed. */
export const isText = (file: string): boolean => text.test(file);

async function compressOne(file: string): Promise<number> {
  if ((await stat(file)).size < WORTH) return 0;
  const body = await readFile(file);
  const [br, gz] = await Promise.all([
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    zip(body, {level: 9}),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  return 1;
}

/**
 * Writes `file.br` and `file.gz` beside every file of text. Same input, same bytes.
 *
 * @returns how many files were compressed
 */
export async function compress(files: readonly string[]): Promise<number> {
  const queue = files.filter(isText);
  let count = 0;
  const work = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) count += await compressOne(file);
  };
  await Promise.all(Array.from({length: availableParallelism()}, work));
  return count;
}
