import {describe, expect, test} from '@jest/globals';
import {loadAllRedirects} from '../../src/plugins/links/all-redirects';
import {loadReleases} from '../../src/plugins/releases/releases';
import {builtFiles, builtPages, origin} from './built-site';

describe('links of the built site', () => {
  const pages = builtPages();
  const files = new Set(builtFiles());
  const all = loadAllRedirects(process.cwd(), loadReleases(process.cwd()));
  const redirects = new Set(all.map(({from}) => from));

  test('every internal link leads to a page or a file, and every anchor to an element', () => {
    const broken: string[] = [];
    for (const {path, $} of pages.values()) {
      for (const element of $('a[href]').toArray()) {
        const href = $(element).attr('href') ?? '';
        if (/^(mailto:|https?:)/.test(href) && !href.startsWith(origin)) continue;
        const url = new URL(href, origin + path);
        if (url.pathname.length > 1 && url.pathname.endsWith('/')) broken.push(`${path}: ${href} (trailing slash)`);
        const target = pages.get(url.pathname);
        if (!target) {
          if (!files.has(url.pathname.slice(1)) && !redirects.has(url.pathname)) broken.push(`${path}: ${href}`);
          continue;
        }
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (anchor && !target.ids.has(anchor)) broken.push(`${path}: ${href} (no such anchor)`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('no page of the site links to a redirect', () => {
    const detours: string[] = [];
    for (const {path, $} of pages.values()) {
      for (const element of $('a[href^="/"]').toArray()) {
        const target = new URL($(element).attr('href') ?? '', origin).pathname;
        if (redirects.has(target)) detours.push(`${path}: ${target}`);
      }
    }
    expect(detours).toEqual([]);
  });

  test('ids are unique on a page', () => {
    const twice: string[] = [];
    for (const {path, $} of pages.values()) {
      const seen = new Set<string>();
      $('[id]').each((_, element) => {
        const id = $(element).attr('id')!;
        if (seen.has(id)) twice.push(`${path}#${id}`);
        seen.add(id);
      });
    }
    expect(twice).toEqual([]);
  });
});
