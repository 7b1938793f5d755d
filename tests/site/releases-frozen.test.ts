import {spawnSync} from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {load} from 'cheerio';
import {afterAll, expect, test} from '@jest/globals';
import {filesBelow} from '../../src/plugins/releases/files';
import {builtFiles, releaseOf} from './built-site';

/** Changes everything of next, builds again, and finds the article of every frozen page as it was, to the byte. */

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'frozen-')));
afterAll(() => rmSync(copy, {recursive: true, force: true}));

const LEFT_OUT = new Set([
  'node_modules',
  'build',
  '.docusaurus',
  '.git',
  '.cache',
  '.releases',
  'coverage',
  'before',
  'after',
]);

function changeNext(): number {
  let changed = 0;
  for (const file of filesBelow(join(copy, 'docs'))) {
    const path = join(copy, 'docs', file);
    const text = readFileSync(path, 'utf8');
    if (/\.mdx?$/.test(file)) writeFileSync(path, `${text}\nA paragraph that no frozen page may have.\n`);
    else if (/^_facts\/.*\.json$/.test(file))
      writeFileSync(path, text.replaceAll(/"purpose": "/g, '"purpose": "Changed: '));
    else if (file.endsWith('.svg')) writeFileSync(path, text.replace('</svg>', '<desc>changed</desc></svg>'));
    else continue;
    changed += 1;
  }
  const sidebar = join(copy, 'sidebars.ts');
  writeFileSync(sidebar, readFileSync(sidebar, 'utf8').replaceAll(/label: '/g, "label: 'Changed "));
  return changed;
}

/** Compression and the removal of unused styles come after the articles are made, and take half of a build's time. */
function leaveOutPageSpeed(): void {
  const config = join(copy, 'docusaurus.config.ts');
  const line = "'./src/plugins/page-speed/preset.ts',";
  const text = readFileSync(config, 'utf8');
  expect(text).toContain(line);
  writeFileSync(config, text.replace(line, ''));
}

/** The article of each frozen page; its surroundings (menu, switcher) may change. */
function articles(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of builtFiles(folder)) {
    const path = `/${file.replace(/(\/index)?\.html$/, '')}`;
    if (!/^docs[./]/.test(file) || !file.endsWith('.html') || releaseOf(path) === 'next') continue;
    const article = load(readFileSync(join(folder, file), 'utf8'))('.theme-doc-markdown');
    if (article.length > 0) found.set(path, article.toString());
  }
  return found;
}

function build(folder: string): Map<string, string> {
  const bin = join(copy, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, 'build', copy, '--out-dir', join(copy, folder)], {
    cwd: copy,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      BABEL_ENV: 'production',
      DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
    },
  });
  expect({status, output: status === 0 ? '' : stdout + stderr}).toEqual({status: 0, output: ''});
  return articles(join(copy, folder));
}

test('a change of everything in next changes no frozen article', () => {
  for (const name of readdirSync('.')) if (!LEFT_OUT.has(name)) cpSync(name, join(copy, name), {recursive: true});
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir');
  leaveOutPageSpeed();
  // Both builds are of the copy: class names of the theme depend on the folder that a site stands in.
  const before = build('before');
  expect(before.size).toBeGreaterThan(80);
  expect(changeNext()).toBeGreaterThan(100);
  const after = build('after');
  expect([...before].filter(([path, html]) => after.get(path) !== html).map(([path]) => path)).toEqual([]);
  expect(after.size).toBe(before.size);
}, 900_000);
