import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {describe, expect, test} from '@jest/globals';
import {inRelease} from '../support/pages';
import {COMPILE_HINT} from '../../src/plugins/page-speed/compile-hint';
import {oldestRelease} from '../support/releases';
import {builtFiles, builtPages, docPages, siteDir} from './built-site';

/** Budgets on bytes, as they go over the line. Times vary with the machine: `npm run bench` prints them. */
const read = (file: string) => readFileSync(join(siteDir, file));
const packed = (file: string) => read(`${file}.br`).length;
const fileOf = (path: string) => (path === '/' ? 'index.html' : `${path.slice(1)}.html`);
const files = builtFiles();
const pages = [...builtPages().values()];
const scriptFiles = files.filter((file) => /^assets\/js\/.*\.js$/.test(file));
const style = files.filter((file) => /^assets\/css\/styles\..*\.css$/.test(file));

describe('a page loads no script by itself', () => {
  test('no tag with an address, no hint for one', () => {
    const loading = pages.filter(({$}) => $('script[src], link[as="script"], link[rel="modulepreload"]').length > 0);
    expect(loading.map(({path}) => path)).toEqual([]);
  });

  test('each names the application to one loader, the same on all, where a browser runs it', () => {
    const loaders = new Set(pages.map(({$}) => $('head > script[data-app]').text()));
    expect(loaders.size).toBe(1);
    expect([...loaders][0]!.length).toBeGreaterThan(500);
    expect([...loaders][0]!.length).toBeLessThan(3500);
    const wrong = pages.filter(({html}) => /<noscript>(?:(?!<\/noscript>)[\s\S])*<script/.test(html));
    expect(wrong.map(({path}) => path)).toEqual([]);
  });

  test('every part of a page stands where it is read: no script has to put it there', () => {
    const late = pages.filter(({html}) => /<template|<!--\$[?!]-->/.test(html));
    expect(late.map(({path}) => path)).toEqual([]);
  });

  test('no page promises the key of one machine to the readers of all', () => {
    const wrong = pages.filter(({$}) => {
      const button = $('.DocSearch-Button');
      return button.attr('aria-label') !== 'Search' || button.attr('aria-keyshortcuts') !== 'Control+k Meta+k';
    });
    expect(wrong.map(({path}) => path)).toEqual([]);
  });

  test('only pages that the application makes start it at once', () => {
    const now = pages.filter(({$}) => $('script[data-now]').length > 0).map(({path}) => path);
    expect(now.sort()).toEqual(['/404', '/search']);
  });

  test('a page names the chunk of its text, between the first of the application and the last', () => {
    const app = pages
      .find(({path}) => path === '/docs/quickstart')!
      .$('script[data-app]')
      .attr('data-app')!
      .split(' ');
    expect(app.map((script) => /runtime|main/.exec(script)?.[0] ?? '')).toEqual([
      'runtime',
      ...app.slice(2).map(() => ''),
      'main',
    ]);
    expect(read(app.at(-2)!.slice(1)).toString()).toContain('/docs/quickstart');
  });

  test('the scripts that it names exist', () => {
    for (const {$} of pages) {
      const {app = '', search = ''} = $('script[data-app]').data() as {app?: string; search?: string};
      for (const script of [...app.split(' '), search]) expect(files).toContain(script.slice(1));
    }
  });

  test('the browser is told to compile what answers the first intent while it arrives, and only that', () => {
    const {app = '', search = ''} = pages
      .find(({path}) => path === '/docs/quickstart')!
      .$('script[data-app]')
      .data() as {app?: string; search?: string};
    const scripts = app.split(' ');
    for (const script of [scripts.at(-1)!, scripts.at(-2)!, search]) {
      expect(read(script.slice(1)).toString().startsWith(COMPILE_HINT)).toBe(true);
    }
    const hinted = scriptFiles.filter((file) => read(file).toString().startsWith(COMPILE_HINT));
    const [largest] = scriptFiles.toSorted((a, b) => read(b).length - read(a).length);
    // Diagrams that were not drawn while building are drawn by it, and nothing else asks for it.
    expect(hinted).not.toContain(largest);
  });
});

describe('budgets, brotli', () => {
  test('one style sheet, under 12 KB', () => {
    expect(style).toHaveLength(1);
    expect(packed(style[0]!)).toBeLessThan(12_000);
    const other = docPages().filter(({$}) => {
      const sheets = $('link[rel="stylesheet"]').filter((_, link) => $(link).closest('noscript').length === 0);
      return sheets.length !== 1 || basename(sheets.attr('href')!) !== basename(style[0]!);
    });
    expect(other.map(({path}) => path)).toEqual([]);
  });

  /** Files that a page's own style names. */
  const fontsOf = (html: string) => [
    ...new Set([...html.matchAll(/url\(["']?\/(fonts\/[^"')]+\.woff2)/g)].map((match) => match[1]!)),
  ];

  test('fonts: two, 18 KB together, the text face preloaded from where the style takes it', () => {
    const {html, $} = builtPages().get('/docs/quickstart')!;
    const fonts = fontsOf(html);
    expect(fonts).toHaveLength(2);
    expect(fonts.reduce((sum, file) => sum + read(file).length, 0)).toBeLessThan(18_000);
    expect(fonts).toContain($('link[as="font"]').attr('href')!.slice(1));
  });

  test('the quickstart, with style and fonts, under 45 KB', () => {
    const fonts = fontsOf(builtPages().get('/docs/quickstart')!.html);
    const all =
      packed('docs/quickstart.html') + packed(style[0]!) + fonts.reduce((sum, file) => sum + read(file).length, 0);
    expect(all).toBeLessThan(45_000);
  });

  test('the application of the quickstart, with its page, under 142 KB with three releases', () => {
    const releases = (JSON.parse(readFileSync('versions.json', 'utf8')) as string[]).length + 1;
    const {app} = builtPages().get('/docs/quickstart')!.$('script[data-app]').data() as {app: string};
    const scripts = app.split(' ').map((script) => script.slice(1));
    const all = scripts.reduce(
      (sum, file) => sum + (files.includes(`${file}.br`) ? packed(file) : read(file).length),
      0,
    );
    // The bundler lists the files of all chunks in it: about 1 KB for each release.
    expect(all).toBeLessThan((142 + releases - 3) * 1024);
  });

  test('a page brings the list of the pages of its own release, and only that', () => {
    const lists = (path: string) => {
      const {app} = builtPages().get(path)!.$('script[data-app]').data() as {app: string};
      return app
        .split(' ')
        .map((script) => read(script.slice(1)).toString())
        .flatMap((script) => script.match(/"\/docs[\w./-]*\/quickstart-\w{3}"/g) ?? []);
    };
    expect(lists('/')).toEqual([]);
    expect(lists('/docs/tokens')).toEqual([expect.stringMatching(/^"\/docs\/quickstart-/)]);
    const older = (page: string) => inRelease(`/docs/${page}`, oldestRelease);
    expect(lists(older('tokens'))).toEqual([expect.stringContaining(`"${older('quickstart')}-`)]);
  });
});

describe('compressed copies', () => {
  test('are of the files beside them', () => {
    for (const path of ['/', '/docs/quickstart', '/docs/api-reference', '/404']) {
      const file = fileOf(path);
      expect(brotliDecompressSync(read(`${file}.br`)).equals(read(file))).toBe(true);
      expect(gunzipSync(read(`${file}.gz`)).equals(read(file))).toBe(true);
    }
  });

  test('are beside every page, script and style worth it', () => {
    const without = files
      .filter((file) => /\.(html|js|css|json|svg|xml)$/.test(file) && read(file).length >= 512)
      .filter((file) => !files.includes(`${file}.br`) || !files.includes(`${file}.gz`));
    expect(without).toEqual([]);
  });
});
