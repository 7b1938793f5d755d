import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from '@jest/globals';
import oldUrls from '../fixtures/old-urls.json';
import {loadAllRedirects} from '../../src/plugins/links/all-redirects';
import {netlifyRules} from '../../src/plugins/links/host-rules';
import {loadReleases} from '../../src/plugins/releases/releases';
import {builtReleases, currentRelease} from '../support/releases';
import {builtPages, docPages, redirectTarget, releaseOf, siteDir} from './built-site';

const releases = loadReleases(process.cwd());

/** Ids of a release's source files, as Docusaurus makes addresses of them. */
function sourceRoutes(folder: string, base: string): string[] {
  const found: string[] = [];
  const visit = (path: string, route: string) => {
    for (const entry of readdirSync(path, {withFileTypes: true})) {
      if (entry.name.startsWith('_')) continue;
      const file = join(path, entry.name);
      if (entry.isDirectory()) visit(file, `${route}/${entry.name}`);
      else if (/\.mdx?$/.test(entry.name)) {
        const slug = /^slug: *(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1];
        const name = entry.name.replace(/\.mdx?$/, '');
        found.push(slug ? base + slug : name === 'index' ? route : `${route}/${name}`);
      }
    }
  };
  visit(folder, base);
  return found;
}

describe('routes', () => {
  const pages = builtPages();

  test.each(Object.entries(releases).filter(([, release]) => release.status !== 'archived'))(
    'every page of %s has its address',
    (name, release) => {
      const folder = name === 'next' ? 'docs' : `versioned_docs/version-${name}`;
      const base = release.status === 'current' ? '/docs' : `/docs/${name}`;
      const missing = sourceRoutes(folder, base).filter((route) => !pages.has(route));
      expect(missing).toEqual([]);
    },
  );

  test('every page of a release that existed in the earlier portal is there for that release', () => {
    const count = (release: string) => {
      const atAddress = release === currentRelease ? 'current' : release;
      return docPages().filter(({path}) => releaseOf(path) === atAddress).length;
    };
    // 97 public pages in 2026.05 and 85 in 2026.04, and the reference and tutorial pages that came with this portal.
    const least: Record<string, number> = {'2026.04': 88};
    const few = builtReleases.filter((release) => count(release) < (least[release] ?? 100));
    expect(few).toEqual([]);
  });
});

describe('old addresses', () => {
  const pages = builtPages();
  const redirects = loadAllRedirects(process.cwd(), releases);
  const table = new Map(redirects.map(({from, to}) => [from, to]));

  test.each([...oldUrls.served, ...oldUrls.linked])('%s is a page, or leads to one in one hop', (url) => {
    if (pages.has(url)) return;
    const target = table.get(url);
    expect(target).toBeDefined();
    expect(pages.has(target!)).toBe(true);
    // The same for a host without redirect rules of its own.
    expect(redirectTarget(url)).toBe(target);
  });

  test('every redirect leads to a page, or to the kept copy of one', () => {
    const lost = [...table].filter(([, to]) => to.startsWith('/') && !pages.has(to.split('#')[0]!));
    expect(lost).toEqual([]);
  });

  test('hosts that read _redirects are told every one of them', () => {
    expect(readFileSync(join(siteDir, '_redirects'), 'utf8')).toBe(netlifyRules(redirects));
  });

  test('the current release is found under its name as well, which no browser remembers', () => {
    const address = `/docs/${currentRelease}`;
    expect(redirectTarget(address)).toBe('/docs');
    expect(redirects).toContainEqual({from: address, to: '/docs', isTemporary: true});
  });
});
