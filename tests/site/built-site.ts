import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {join, relative, resolve, sep} from 'node:path';
import {load, type CheerioAPI} from 'cheerio';

/** The build under test: SITE_DIR, or `build` of this project. */
export const siteDir = resolve(process.env.SITE_DIR ?? 'build');

/** The site's own origin, as canonical addresses spell it. */
export const origin = 'https://doc.moleculesai.app';

/** A page of the build, parsed when it is looked at: all of them together take gigabytes, so none is held by force. */
export class BuiltPage {
  private parsed: WeakRef<CheerioAPI> | undefined;
  private known: ReadonlySet<string> | undefined;

  constructor(
    /** Path of the page, without .html: "/docs/quickstart". */
    readonly path: string,
    readonly html: string,
  ) {}

  get $(): CheerioAPI {
    const known = this.parsed?.deref();
    if (known) return known;
    const $ = load(this.html);
    this.parsed = new WeakRef($);
    return $;
  }

  get ids(): ReadonlySet<string> {
    this.known ??= new Set(
      this.$('[id]')
        .toArray()
        .map(({attribs}) => attribs['id'] ?? ''),
    );
    return this.known;
  }
}

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    if (statSync(file).isDirectory()) yield* walk(file);
    else yield file;
  }
}

/** All files of the build, relative, with forward slashes. */
export function builtFiles(folder = siteDir): string[] {
  return [...walk(folder)].map((file) => relative(folder, file).split(sep).join('/'));
}

function pagePath(file: string): string {
  const path = `/${file.replace(/\.html$/, '')}`;
  return path.replace(/\/index$/, '') || '/';
}

let pages: Map<string, BuiltPage> | undefined;

/** Every HTML page that is no redirect, by path. Read once. */
export function builtPages(): ReadonlyMap<string, BuiltPage> {
  if (!existsSync(join(siteDir, 'index.html')))
    throw new Error(`${siteDir} holds no build; run "npm run serve" or "npx docusaurus build"`);
  pages ??= new Map(
    builtFiles()
      .filter((file) => file.endsWith('.html'))
      .map((file) => ({file, html: readFileSync(join(siteDir, file), 'utf8')}))
      // A page of plugin-client-redirects, which holds nothing but its target.
      .filter(({html}) => !/<meta http-equiv="?refresh/i.test(html))
      .map(({file, html}) => [pagePath(file), new BuiltPage(pagePath(file), html)]),
  );
  return pages;
}

/** Pages of the documentation: below /docs. */
export function docPages(): BuiltPage[] {
  return [...builtPages().values()].filter(({path}) => /^\/docs(\/|$)/.test(path));
}

/** The release of a documentation page, by its path. */
export function releaseOf(path: string): string {
  return /^\/docs\/(next|\d{4}\.\d{2})(?=\/|$)/.exec(path)?.[1] ?? 'current';
}

/** The answer of a redirect page, or undefined. */
export function redirectTarget(path: string): string | undefined {
  const candidates = [`${path}.html`, join(path, 'index.html')].map((file) => join(siteDir, file));
  const file = candidates.find((candidate) => existsSync(candidate));
  if (!file) return undefined;
  return /<meta http-equiv="?refresh"? content="0; url=([^"]+)"/i.exec(readFileSync(file, 'utf8'))?.[1];
}
