import {cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from '@jest/globals';
import {compress} from './compress';

// Long and varied enough that the two qualities of Brotli give different bytes.
const page = Array.from({length: 4000}, (_, line) => `<p>Row ${(line * 7919) % 1000} of ${(line * 31) % 97}</p>`).join(
  '\n',
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compress-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Builds a site below the test's folder. @returns what a file of the build weighs compressed */
async function build(place: string, files: readonly string[], cache = `${place}-cache`) {
  const site = join(folder, place);
  for (const file of files) {
    mkdirSync(join(site, file, '..'), {recursive: true});
    writeFileSync(join(site, file), page);
  }
  const result = await compress(site, join(folder, cache));
  return {...result, packed: (file: string) => readFileSync(join(site, `${file}.br`))};
}

test('the bytes do not depend on where the site stands', async () => {
  const here = await build('srv/site', ['docs/a.html']);
  const there = await build('srv/releases/42', ['docs/a.html']);
  expect(there.packed('docs/a.html').equals(here.packed('docs/a.html'))).toBe(true);
});

test('the current release is compressed hardest, also where another page has the same text', async () => {
  const {packed} = await build('site', ['docs/a.html', 'docs/2026.04/a.html', 'releases/a.html']);
  expect(packed('docs/a.html').length).toBeLessThan(packed('docs/2026.04/a.html').length);
  expect(packed('releases/a.html').equals(packed('docs/2026.04/a.html'))).toBe(true);
});

test('the next build takes what is the same from the cache, which then holds nothing older', async () => {
  await build('site', ['docs/a.html', 'docs/2026.04/a.html']);
  cpSync(join(folder, 'site'), join(folder, 'first'), {recursive: true});
  const known = await build('site', ['docs/a.html', 'docs/2026.04/a.html']);
  expect(known).toMatchObject({count: 2, known: 2});
  for (const file of ['docs/a.html', 'docs/2026.04/a.html'])
    expect(known.packed(file).equals(readFileSync(join(folder, 'first', `${file}.br`)))).toBe(true);

  await build('other', ['docs/a.html'], 'site-cache');
  expect(readdirSync(join(folder, 'site-cache'))).toHaveLength(2);
});
