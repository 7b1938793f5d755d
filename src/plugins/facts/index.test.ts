import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from '@jest/globals';
import type {LoadContext} from '@docusaurus/types';
import {fileContent, writeSite} from './fixture';
import factsPlugin from './index';

let site: string;
beforeEach(() => {
  site = writeSite();
});
afterEach(() => rmSync(site, {recursive: true}));

const plugin = () => factsPlugin({siteDir: site} as LoadContext);

test('a site whose facts are right is built', async () => {
  await expect(plugin().loadContent?.()).resolves.toBeUndefined();
});

test('the build stops with every problem of every file', async () => {
  for (const name of ['hosts', 'plugins'] as const) {
    const content = fileContent(name);
    for (const item of content.items) item.purpose = '';
    writeFileSync(path.join(site, 'docs/_facts', `${name}.json`), JSON.stringify(content));
  }
  await expect(plugin().loadContent?.()).rejects.toThrow(
    /^The facts have 3 problems:\n.*plugins\.json: item ecc, field purpose: .*\n.*hosts\.json: item app, .*\n.*item tenant, /,
  );
});

test('an edit of the facts is noticed', () => {
  expect(plugin().getPathsToWatch?.()).toContain(path.join(site, 'docs/_facts/env-vars.json'));
});
