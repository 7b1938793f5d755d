import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {load} from 'cheerio';
import {afterAll, expect, test} from '@jest/globals';
import {filesBelow} from '../../src/plugins/releases/files';
import {buildTree, copyTree} from '../support/second-tree';
import {builtFiles, releaseOf, siteDir} from './built-site';

/** Changes everything of next, builds again, and finds the article of every frozen page as it was, to the byte. */

const copy = copyTree('frozen');
afterAll(() => rmSync(copy, {recursive: true, force: true}));

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

/** Compression takes a third of a build's time, and no article is made by it. */
function leaveOutCompression(): void {
  const config = join(copy, 'docusaurus.config.ts');
  const line = "'./src/plugins/page-speed/preset.ts',";
  const text = readFileSync(config, 'utf8');
  expect(text).toContain(line);
  writeFileSync(config, text.replace(line, "['./src/plugins/page-speed/preset.ts', {compress: false}],"));
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

test('a change of everything in next changes no frozen article', () => {
  const before = articles(siteDir);
  expect(before.size).toBeGreaterThan(80);
  leaveOutCompression();
  expect(changeNext()).toBeGreaterThan(100);
  const after = articles(buildTree(copy));
  expect([...before].filter(([path, html]) => after.get(path) !== html).map(([path]) => path)).toEqual([]);
  expect(after.size).toBe(before.size);
}, 900_000);
