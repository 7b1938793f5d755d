import {spawnSync} from 'node:child_process';
import {afterEach, beforeEach, expect, test} from '@jest/globals';
import {daysOf, sitemapWithDays} from './last-modified';
import {makeSite, removeSite} from './testing';

test('a file has the day of its youngest commit', () => {
  expect([...daysOf('\x002026-05-04\n\ndocs/a.md\n\x002026-04-01\n\ndocs/a.md\ndocs/b.md\n')]).toEqual([
    ['docs/a.md', '2026-05-04'],
    ['docs/b.md', '2026-04-01'],
  ]);
  expect(daysOf('').size).toBe(0);
});

let site: string;
beforeEach(() => {
  site = makeSite();
});
afterEach(() => removeSite(site));

function commit(file: string, day: string): void {
  const env = {...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`};
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', site, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {env});
  git('init', '-q');
  git('add', file);
  git('commit', '-qm', 'x');
}

type Create = ReturnType<typeof sitemapWithDays>;

/** The sitemap of two pages as Docusaurus asks for it, by the routes that it hands over. */
async function sitemap(): ReturnType<Create> {
  const page = (path: string, sourceFilePath: string) => ({path, component: 'x', metadata: {sourceFilePath}});
  const routes = [
    {
      path: '/docs',
      component: 'x',
      routes: [
        page('/docs/guide', 'versioned_docs/version-2026.05/guide.md'),
        page('/docs', 'versioned_docs/version-2026.05/index.md'),
      ],
    },
  ];
  const items = [{url: 'https://example.org/docs/guide'}, {url: 'https://example.org/docs'}];
  const params = {
    routes,
    siteConfig: {url: 'https://example.org'},
    defaultCreateSitemapItems: () => Promise.resolve(items),
  };
  return sitemapWithDays(site)(params as unknown as Parameters<Create>[0]);
}

test('the sitemap has the day of each page from git, not the one on the disk', async () => {
  commit('versioned_docs/version-2026.05/guide.md', '2026-05-04');
  commit('versioned_docs/version-2026.05/index.md', '2026-05-09');
  // The same page of next is another file.
  commit('docs/guide.md', '2026-05-20');
  expect(await sitemap()).toEqual([
    {url: 'https://example.org/docs/guide', lastmod: '2026-05-04'},
    {url: 'https://example.org/docs', lastmod: '2026-05-09'},
  ]);
});

test('outside a repository the sitemap has no days', async () => {
  expect(await sitemap()).toEqual([{url: 'https://example.org/docs/guide'}, {url: 'https://example.org/docs'}]);
});
