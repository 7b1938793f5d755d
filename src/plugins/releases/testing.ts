import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Context} from './cli/context';
import {filesBelow, formatJson, sha256} from './files';
import {formatManifest, MANIFEST} from './manifest';
import {folderOf, sidebarOf} from './site';
import {makeManifest} from './snapshot';

/** A tiny site on the real disk, for the tests of this room. */

type Files = Record<string, string>;

const PAGES: Files = {
  'index.md':
    '---\ntitle: Start\n---\n\nWelcome. See [the guide](./guide.md).\n\n## First {#first}\n\nOne.\n\n## Second {#second}\n\nTwo.\n',
  'guide.md': '---\ntitle: Guide\n---\n\nBack to [the start](./index.md#first).\n\n- one\n- two\n',
  'more/deep.md': '---\ntitle: Deep\n---\n\nSee [the guide](../guide.md).\n',
};

const SIDEBAR = "export default {docs: ['index', 'guide', 'more/deep']};\n";

/** Writes files into a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), text);
  }
}

/** A site with next and two releases, 2026.04 and 2026.05, sealed. @returns its folder; `removeSite` takes it away */
export function makeSite(next: Files = {}): string {
  const site = realpathSync(mkdtempSync(join(tmpdir(), 'releases-')));
  writeFiles(join(site, 'docs'), {...PAGES, ...next});
  writeFiles(site, {
    'sidebars.ts': SIDEBAR,
    'versions.json': formatJson(['2026.05', '2026.04']),
    'releases.json': formatJson({
      next: {label: 'Next', status: 'next', date: null, renamed: {}, nearest: {}},
      '2026.05': {label: '2026.05', status: 'current', date: '2026-05-04', renamed: {}, nearest: {}},
      '2026.04': {label: '2026.04', status: 'unmaintained', date: '2026-04-23', renamed: {}, nearest: {guide: 'index'}},
    }),
  });
  for (const name of ['2026.05', '2026.04']) {
    writeFiles(join(site, folderOf(name)), PAGES);
    writeFiles(site, {[sidebarOf(name)]: formatJson({docs: ['index', 'guide', 'more/deep']})});
    writeFiles(join(site, folderOf(name)), {[MANIFEST]: formatManifest(makeManifest(site, name))});
  }
  return site;
}

export function removeSite(site: string): void {
  rmSync(site, {recursive: true, force: true});
}

/** One hash over every file of the tree, without the work folder: two equal trees are equal to the byte. */
export function treeHash(site: string): string {
  const files = filesBelow(site).filter((file) => !file.startsWith('.releases/') && !file.startsWith('.git/'));
  return sha256(files.map((file) => `${file} ${sha256(readFileSync(join(site, file)))}`).join('\n'));
}

/** What a command gets in a test: no linter, no build, a fixed day, and what it said. */
export function testContext(siteDir: string, more: Partial<Context> = {}): Context & {said: string[]} {
  const said: string[] = [];
  return {
    siteDir,
    checks: {lint: () => Promise.resolve([]), build: () => Promise.resolve()},
    say: (line) => said.push(line),
    observe: () => undefined,
    today: '2026-06-01',
    said,
    ...more,
  };
}
