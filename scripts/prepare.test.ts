import {spawnSync} from 'node:child_process';
import {appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from '@jest/globals';
import {writeFiles} from '../src/plugins/releases/testing';

/** Builds in no time: counts its runs, publishes the page, and lets a writer save or a build fail in the middle. */
const BUILDER = `
import {appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
appendFileSync('runs', 'x');
mkdirSync('build', {recursive: true});
writeFileSync('build/index.html', readFileSync('docs/page.md'));
if (existsSync('saved-meanwhile')) writeFileSync('docs/page.md', readFileSync('saved-meanwhile'));
if (readFileSync('docs/page.md', 'utf8') === 'broken') process.exit(1);
`;

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'prepare-'));
  cpSync('scripts/lib', join(site, 'scripts/lib'), {recursive: true});
  writeFiles(site, {
    'docs/page.md': 'first',
    'scripts/draw-diagrams.mjs': '',
    'node_modules/@docusaurus/core/bin/docusaurus.mjs': BUILDER,
  });
});
afterEach(() => rmSync(site, {recursive: true, force: true}));

const git = (...args: string[]) =>
  spawnSync('git', ['-C', site, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);

/** What `npm run serve` does before it serves. @returns how many builds there were so far, and what is published */
function ensureBuilt() {
  const call = "import('./scripts/lib/prepare.mjs').then(({ensureBuilt}) => ensureBuilt())";
  const {status} = spawnSync(process.execPath, ['-e', call], {cwd: site, env: {...process.env, NODE_OPTIONS: ''}});
  return {
    status,
    builds: readFileSync(join(site, 'runs'), 'utf8').length,
    page: readFileSync(join(site, 'build/index.html'), 'utf8'),
  };
}

test('nothing changed: nothing is built', () => {
  expect(ensureBuilt()).toEqual({status: 0, builds: 1, page: 'first'});
  expect(ensureBuilt()).toEqual({status: 0, builds: 1, page: 'first'});
});

test('a page that is saved while the site is built is built the next time', () => {
  writeFileSync(join(site, 'saved-meanwhile'), 'second');
  expect(ensureBuilt()).toMatchObject({builds: 1, page: 'first'});
  expect(ensureBuilt()).toMatchObject({builds: 2, page: 'second'});
  expect(ensureBuilt()).toMatchObject({builds: 2, page: 'second'});
});

test('what a failed build left is not taken for the build of before', () => {
  ensureBuilt();
  writeFileSync(join(site, 'docs/page.md'), 'broken');
  expect(ensureBuilt()).toMatchObject({status: 1, builds: 2});
  writeFileSync(join(site, 'docs/page.md'), 'first');
  expect(ensureBuilt()).toEqual({status: 0, builds: 3, page: 'first'});
});

test('a commit of a page gives it another day, which the site map names', () => {
  git('init', '-q');
  git('add', 'docs');
  git('commit', '-qm', 'one');
  ensureBuilt();
  appendFileSync(join(site, 'docs/page.md'), '.');
  expect(ensureBuilt()).toMatchObject({builds: 2});
  git('commit', '-qam', 'two');
  expect(ensureBuilt()).toMatchObject({builds: 3});
  expect(ensureBuilt()).toMatchObject({builds: 3});
});
