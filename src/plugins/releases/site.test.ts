import {statSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from '@jest/globals';
import {pageData} from './page-data';
import {loadSite, type SitePage} from './site';
import {makeSite, removeSite, writeFiles} from './testing';

let site: string;
beforeEach(() => {
  site = makeSite();
});
afterEach(() => removeSite(site));

const frozen = (name: string) => join(site, `versioned_docs/version-${name}`);

function page(release: string, id: string): SitePage {
  const found = loadSite(site, [release]).byName.get(release)?.pages.get(id);
  if (!found) throw new Error(`${release} has no ${id}`);
  return found;
}

test('a page that is the same in two releases is parsed once, and stands in two files', () => {
  const [older, younger] = [page('2026.04', 'guide'), page('2026.05', 'guide')];
  expect(younger.sections).toBe(older.sections);
  expect([older.file, younger.file]).toEqual([
    'versioned_docs/version-2026.04/guide.md',
    'versioned_docs/version-2026.05/guide.md',
  ]);
});

test('the same page with another partial is another page', () => {
  const tabs = "---\ntitle: Tabs\n---\n\nimport Shared from './_shared.md'\n\n<Shared />\n";
  writeFiles(frozen('2026.04'), {'tabs.mdx': tabs, '_shared.md': 'Port 80.\n'});
  writeFiles(frozen('2026.05'), {'tabs.mdx': tabs, '_shared.md': 'Port 443.\n'});
  expect(page('2026.04', 'tabs').sections).toMatchObject([{blocks: [{text: 'Port 80.'}]}]);
  expect(page('2026.05', 'tabs').sections).toMatchObject([{blocks: [{text: 'Port 443.'}]}]);
});

test('an edit is seen, also one that leaves size and time as they were', () => {
  const file = join(site, 'docs/guide.md');
  const {atime, mtime} = statSync(file);
  const before = page('next', 'guide');
  writeFiles(join(site, 'docs'), {
    'guide.md': '---\ntitle: Guide\n---\n\nBack to [the start](./index.md#first).\n\n- one\n- six\n',
  });
  utimesSync(file, atime, mtime);
  expect(page('next', 'guide').digest).not.toBe(before.digest);
});

test('pages that cannot be read are named, all of them, and are no fault of the page that was asked for', () => {
  writeFiles(join(site, 'docs'), {
    'one.md': '---\ntitle: One\n---\n\n<Facts table="nothing" />\n',
    'two.md': '---\ntitle: Two\n---\n\n<Facts table="nowhere" />\n',
  });
  expect(() => loadSite(site)).toThrow(/one\.md[\s\S]*two\.md/);
  expect(pageData(site, join(site, 'docs/guide.md'))).toBeUndefined();
});
