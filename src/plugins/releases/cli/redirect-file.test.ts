import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import type * as collectRedirectsModule from '@docusaurus/plugin-client-redirects/lib/collectRedirects';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {loadAllRedirects} from '../../links/all-redirects';
import {REDIRECTS} from '../../links/redirect-table';
import {formatJson} from '../files';
import {builtNames, loadReleases, releasePath} from '../releases';
import {addressOf} from '../routes';
import {routesOnDisk} from '../routes-on-disk';
import {makeSite, removeSite, testContext, treeHash, writeFiles} from '../testing';
import {cutRelease} from './cut';
import {movePage} from './move';
import {renameRelease} from './rename';
import {retireRelease} from './retire';
import {undoRelease} from './undo';

/** What the plugin does with redirects in a build. CommonJS. */
const {default: collectRedirects} = createRequire(import.meta.url)(
  '@docusaurus/plugin-client-redirects/lib/collectRedirects',
) as typeof collectRedirectsModule;

let site: string;
const git = (...args: string[]) =>
  spawnSync('git', ['-C', site, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {encoding: 'utf8'});
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'x');
};

/** Writes the table of redirects and commits it. */
function writeRows(...rows: [from: string, to: string][]): void {
  const redirects = rows.map(([from, to]) => ({from, to, reason: 'moved'}));
  writeFiles(site, {[REDIRECTS]: formatJson({$about: 'x', redirects})});
  commit();
}

/** The redirects of the site as the plugin takes them in a build, which throws at what it refuses. From and to. */
function builtRedirects(): Map<string, string> {
  const releases = loadReleases(site);
  const pages = builtNames(releases).flatMap((name) =>
    [...routesOnDisk(site, name).values()].map((route) => addressOf(releasePath(name, releases), route)),
  );
  const redirects = loadAllRedirects(site, releases).map(({from, to}) => ({from, to}));
  const context = {
    relativeRoutesPaths: pages,
    baseUrl: '/',
    outDir: '',
    options: {id: 'default', fromExtensions: [], toExtensions: [], redirects},
    // All that it reads of the configuration.
    siteConfig: {trailingSlash: false, onDuplicateRoutes: 'throw'},
  } as unknown as Parameters<typeof collectRedirects>[0];
  const accepted = collectRedirects(context, false);
  return new Map(accepted.map(({from, to}) => [from, to]));
}

beforeEach(() => {
  site = makeSite();
  git('init', '-q');
  writeRows(['/manual', '/docs/guide']);
});
afterEach(() => removeSite(site));

describe('the redirects of a site pass the build', () => {
  test('before and after a cut, whose former release gets an address of its own', async () => {
    expect(builtRedirects().get('/docs/2026.05')).toBe('/docs');
    await cutRelease(testContext(site), '2026.06');
    expect(builtRedirects().has('/docs/2026.05')).toBe(false);
    expect(builtRedirects().get('/docs/2026.06')).toBe('/docs');
  });

  test('after the current release got another name', async () => {
    await renameRelease(testContext(site), '2026.05', '2026.06');
    expect(builtRedirects().get('/docs/2026.05')).toBe('/docs');
    expect(builtRedirects().get('/docs/2026.05/guide')).toBe('/docs/guide');
  });

  test('after a release was archived', async () => {
    await retireRelease(testContext(site), '2026.04', {status: 'archived'});
    expect(builtRedirects().get('/docs/2026.04/guide')).toBe('/docs/guide');
  });

  test('after a cut with a renamed page, and after it was taken back', async () => {
    await movePage(testContext(site), 'guide', 'more/handbook');
    commit();
    const before = treeHash(site);
    await cutRelease(testContext(site), '2026.06');
    expect(builtRedirects().get('/manual')).toBe('/docs/more/handbook');
    expect(builtRedirects().get('/docs/guide')).toBe('/docs/more/handbook');
    await undoRelease(testContext(site), '2026.06');
    expect(builtRedirects().get('/manual')).toBe('/docs/guide');
    expect(treeHash(site)).toBe(before);
  });
});

describe('a row that would be in the way of an address stops the command, and nothing is written', () => {
  test.each([
    [
      'of a page of the former release',
      ['/docs/2026.05/guide', '/docs/guide'] as const,
      () => cutRelease(testContext(site), '2026.06'),
      `${REDIRECTS}: /docs/2026.05/guide would be a page of 2026.05; take the row out`,
    ],
    [
      'of a former name',
      ['/docs/2026.05/guide', '/docs/index'] as const,
      () => renameRelease(testContext(site), '2026.05', '2026.06'),
      `${REDIRECTS}: /docs/2026.05/guide leads to /docs/guide by releases.json; take the row out`,
    ],
    [
      'of a page under its new name',
      ['/docs/2026.03', '/docs'] as const,
      () => renameRelease(testContext(site), '2026.04', '2026.03'),
      `${REDIRECTS}: /docs/2026.03 would be a page of 2026.03; take the row out`,
    ],
    [
      'of an archived page, in two hops',
      ['/old', '/docs/2026.04/guide'] as const,
      () => retireRelease(testContext(site), '2026.04', {status: 'archived'}),
      `${REDIRECTS}: /old leads to /docs/2026.04/guide, which leads to /docs/guide; point the row there`,
    ],
    [
      'of the current release, in two hops',
      ['/old', '/docs/2026.05/guide'] as const,
      async () => {
        writeRows();
        await cutRelease(testContext(site), '2026.06');
        writeRows(['/old', '/docs/2026.05/guide']);
        return undoRelease(testContext(site), '2026.06');
      },
      `${REDIRECTS}: /old leads to /docs/2026.05/guide, which would be no page; point the row at one`,
    ],
  ])('%s', async (_, row, act, message) => {
    writeRows([...row]);
    await expect(act()).rejects.toThrow(message);
    commit();
    expect(git('status', '--porcelain').stdout).toBe('');
  });
});

test('the table in the tree has no row that a release answers', () => {
  expect(() => loadAllRedirects(process.cwd(), loadReleases(process.cwd()))).not.toThrow();
});

test('commands that change redirects name the one that writes the rules for hosts', async () => {
  const deploy = ['npx docusaurus links:deploy', expect.stringMatching(/^git add -A -- .* deploy$/), expect.anything()];
  await movePage(testContext(site), 'guide', 'more/handbook').then(({next}) => expect(next).toEqual(deploy));
  commit();
  await cutRelease(testContext(site), '2026.06').then(({next}) => expect(next).toEqual(deploy));
  await undoRelease(testContext(site), '2026.06').then(({next}) => expect(next).toEqual(deploy));
  await renameRelease(testContext(site), '2026.04', '2026.03').then(({next}) => expect(next).toEqual(deploy));
  await retireRelease(testContext(site), '2026.03', {status: 'archived'}).then(({next}) =>
    expect(next).toEqual(deploy),
  );
});
