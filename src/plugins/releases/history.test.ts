import {existsSync, readFileSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, expect, test} from '@jest/globals';
import {tombstonesOf} from './cli/contract-inputs';
import {renameRelease} from './cli/rename';
import {retireRelease} from './cli/retire';
import {allPageData} from './page-data';
import {loadReleases} from './releases';
import {staticPages, writeStaticPages} from './static-pages';
import {loadSite} from './site';
import {makeSite, removeSite, testContext, writeFiles} from './testing';

let site: string;
afterEach(() => removeSite(site));

const START = '---\ntitle: Start\n---\n\nWelcome.\n\n## First {#first}\n\nOne.\n\n## Second {#second}\n\nTwo.\n';
const dataOf = (folder: string) => allPageData(loadSite(site)).get(`${folder}/index.md`);

test('a page knows the anchors of other releases, a frozen one those of frozen releases only', () => {
  site = makeSite({'index.md': `${START}\n### Youngest {#youngest}\n\nNew.\n`});
  const frozen = dataOf('versioned_docs/version-2026.05');
  expect(frozen?.moved).toEqual({});
  writeFiles(join(site, 'versioned_docs/version-2026.04'), {'index.md': `${START}\n### Oldest {#oldest}\n\nOld.\n`});
  expect(dataOf('versioned_docs/version-2026.05')?.moved).toEqual({second: ['oldest']});
  expect(dataOf('docs')?.moved).toEqual({second: ['oldest']});
});

test('what a release gave up is known as long as it is built; the youngest word counts', async () => {
  site = makeSite();
  const contract = (...tombstones: [what: string, reason: string][]) => ({
    '_contract.json': JSON.stringify({
      tombstones: Object.fromEntries(tombstones.map(([what, reason]) => [what, {reason, successor: 'index'}])),
    }),
  });
  writeFiles(join(site, 'versioned_docs/version-2026.04'), contract(['oldest', 'in April'], ['twice', 'in April']));
  writeFiles(join(site, 'versioned_docs/version-2026.05'), contract(['gone', 'in May'], ['twice', 'in May']));
  const reasons = () =>
    Object.entries(tombstonesOf(site, loadReleases(site))).map(([what, {reason}]) => `${what}: ${reason}`);
  expect(reasons().sort()).toEqual(['gone: in May', 'oldest: in April', 'twice: in May']);
  writeFiles(join(site, 'docs'), contract(['twice', 'for good']));
  expect(reasons().sort()).toEqual(['gone: in May', 'oldest: in April', 'twice: for good']);
  await retireRelease(testContext(site), '2026.04', {status: 'archived'});
  expect(reasons().sort()).toEqual(['gone: in May', 'twice: for good']);
});

test('what is said about a release under /releases stays when the release is archived', async () => {
  site = makeSite();
  const addresses = () => [...staticPages(loadSite(site))].map(({address}) => address);
  const before = addresses();
  expect(before).toContain('/releases/2026.04');
  await retireRelease(testContext(site), '2026.04', {status: 'archived'});
  expect(before.filter((address) => !addresses().includes(address))).toEqual([]);
});

test('what stood under /releases leads to where it is when a release has another name, or a page another route', async () => {
  site = makeSite();
  renameSync(join(site, 'docs/guide.md'), join(site, 'docs/deeper.md'));
  writeFiles(site, {
    'out/releases.html': '<html><head></head><body><div id="release-page"></div></body></html>',
    'releases.json': JSON.stringify({
      ...loadReleases(site),
      next: {label: 'Next', status: 'next', date: null, renamed: {deeper: 'guide'}, nearest: {}},
    }),
  });
  const out = join(site, 'out');
  const before = [...staticPages(loadSite(site))].map(({address}) => address);
  await renameRelease(testContext(site), '2026.04', '2026.03');
  writeStaticPages(loadSite(site), out, 'https://docs.example', 'Docs');

  const read = (address: string, extension = 'html') => readFileSync(join(out, `${address}.${extension}`), 'utf8');
  expect(before.filter((address) => !existsSync(join(out, `${address}.html`)))).toEqual([]);
  expect(read('/releases/2026.04')).toContain('content="0; url=/releases/2026.03"');
  expect(read('/releases/2026.04', 'md')).toBe(read('/releases/2026.03', 'md'));
  expect(read('/releases/2026.04-to-next/deeper')).toContain('url=/releases/2026.03-to-next/deeper"');
  expect(read('/releases/2026.05-to-next/guide')).toContain('url=/releases/2026.05-to-next/deeper"');
  expect(read('/releases/2026.03-to-next')).not.toContain('http-equiv');
});
