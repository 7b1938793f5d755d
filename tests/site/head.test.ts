import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from '@jest/globals';
import {builtNames, currentRelease, loadReleases, releasePath} from '../../src/plugins/releases/releases';
import {idIn} from '../../src/plugins/releases/renames';
import {addressOf} from '../../src/plugins/releases/routes';
import {routesOnDisk} from '../../src/plugins/releases/routes-on-disk';
import {builtFiles, builtPages, docPages, origin, releaseOf, siteDir} from './built-site';

describe('head of every page', () => {
  const pages = [...builtPages().values()];

  test('has a title and a description', () => {
    const without = pages
      .filter(({path}) => path !== '/404')
      .filter(({$}) => !$('title').text().trim() || !$('meta[name="description"]').attr('content')?.trim());
    expect(without.map(({path}) => path)).toEqual([]);
  });

  test('titles and descriptions are unique within a release', () => {
    const twice: string[] = [];
    const seen = new Map<string, string>();
    for (const {path, $} of docPages()) {
      for (const text of [$('title').text(), $('meta[name="description"]').attr('content')]) {
        const key = `${releaseOf(path)}: ${text}`;
        if (seen.has(key)) twice.push(`${path} and ${seen.get(key)}: ${text}`);
        seen.set(key, path);
      }
    }
    expect(twice).toEqual([]);
  });

  test('a page has one H1', () => {
    expect(pages.filter(({$}) => $('h1').length !== 1).map(({path}) => path)).toEqual([]);
  });
});

/** By page: the address of the same page in the current release, also under another name, or its own. */
function canonicalAddresses(): Map<string, string> {
  const releases = loadReleases(process.cwd());
  const latest = currentRelease(releases);
  const routes = routesOnDisk(process.cwd(), latest);
  return new Map(
    builtNames(releases).flatMap((name) =>
      [...routesOnDisk(process.cwd(), name)].map(([id, route]): [string, string] => {
        const path = addressOf(releasePath(name, releases), route);
        const same = routes.get(idIn(id, name, latest, releases));
        return [path, same === undefined ? path : addressOf('/docs', same)];
      }),
    ),
  );
}

describe('search engines', () => {
  const docs = docPages();
  const current = new Set(docs.filter(({path}) => releaseOf(path) === 'current').map(({path}) => path));

  test('index the current release only', () => {
    const wrong = docs.filter(({path, $}) => {
      const hidden = ($('meta[name="robots"]').attr('content') ?? '').includes('noindex');
      return hidden === (releaseOf(path) === 'current');
    });
    expect(wrong.map(({path}) => path)).toEqual([]);
  });

  test('are told the same page of the current release where it exists, else the page itself', () => {
    const wrong: string[] = [];
    const canonical = canonicalAddresses();
    for (const {path, $} of docs) {
      const expected = origin + canonical.get(path);
      const found = $('link[rel="canonical"]')
        .map((_, link) => $(link).attr('href'))
        .toArray();
      if (found.length !== 1 || found[0] !== expected) wrong.push(`${path}: ${found.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });

  test('find only current pages in the sitemap', () => {
    const sitemap = readFileSync(join(siteDir, 'sitemap.xml'), 'utf8');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);
    expect(listed.filter((path) => /^\/docs\/(next|\d{4}\.\d{2})/.test(path))).toEqual([]);
    for (const path of current) expect(listed).toContain(path);
  });
});

describe('a page asks no other origin for anything', () => {
  test('in its HTML', () => {
    const asked: string[] = [];
    const loading = 'script[src], img[src], iframe[src], source[src], video[src], audio[src], link[href], [srcset]';
    for (const {path, $} of builtPages().values()) {
      $(loading).each((_, element) => {
        const node = $(element);
        // Names of an address, which nothing is loaded from.
        if (['canonical', 'alternate'].includes(node.attr('rel') ?? '')) return;
        const address = node.attr('src') ?? node.attr('href') ?? node.attr('srcset') ?? '';
        if (/^(https?:)?\/\//.test(address)) asked.push(`${path}: ${address}`);
      });
    }
    expect(asked).toEqual([]);
  });

  test('in its style sheets', () => {
    const asked = builtFiles()
      .filter((file) => file.endsWith('.css'))
      .filter((file) => /url\(\s*['"]?(https?:)?\/\/|@import/.test(readFileSync(join(siteDir, file), 'utf8')));
    expect(asked).toEqual([]);
  });
});

describe('without JavaScript', () => {
  test('every page of a release is in the sidebar of each of its pages', () => {
    for (const release of new Set(docPages().map(({path}) => releaseOf(path)))) {
      const pages = docPages().filter(({path}) => releaseOf(path) === release);
      const listed = new Set(
        pages[0]!
          .$('.theme-doc-sidebar-menu a[href]')
          .map((_, link) => pages[0]!.$(link).attr('href'))
          .toArray(),
      );
      expect(pages.map(({path}) => path).filter((path) => !listed.has(path))).toEqual([]);
    }
  });

  test('every diagram is a drawing with a name, its text and its source', () => {
    let diagrams = 0;
    for (const {path, $} of docPages()) {
      $('figure').each((_, figure) => {
        const node = $(figure);
        diagrams++;
        expect([path, node.find('svg > title').text() !== '', node.find('svg > desc').text() !== '']).toEqual([
          path,
          true,
          true,
        ]);
        expect([path, node.find('figcaption p').text().length > 20]).toEqual([path, true]);
      });
    }
    expect(diagrams).toBeGreaterThan(60);
  });
});
