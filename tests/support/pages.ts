import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {currentRelease} from './releases';
import {siteFolder} from './site';

/** One page of the docs of a release, by its address. */
export type DocPage = {path: string; html: string};

function* htmlFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) yield* htmlFiles(file);
    else if (entry.name.endsWith('.html')) yield file;
  }
}

const pathOf = (file: string): string =>
  `/${relative(siteFolder, file).replaceAll('\\', '/')}`.replace(/(\/index)?\.html$/, '') || '/';

/** The release that an address of the docs belongs to: its name, "next", or "current". */
export function releaseOf(path: string): string {
  return /^\/docs\/(next|\d{4}\.\d{2})(\/|$)/.exec(path)?.[1] ?? 'current';
}

/** A release as `releaseOf` names it: the current one goes by either name. */
const atAddress = (release: string): string => (release === currentRelease ? 'current' : release);

/** The pages of a release as they were built, without the pages that only redirect. */
export function docPages(release: string): DocPage[] {
  return [join(siteFolder, 'docs.html'), ...htmlFiles(join(siteFolder, 'docs'))]
    .map((file) => ({path: pathOf(file), file}))
    .filter(({path}) => releaseOf(path) === atAddress(release))
    .map(({path, file}) => ({path, html: readFileSync(file, 'utf8')}))
    .filter(({html}) => !/http-equiv="?refresh/i.test(html))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Ids of the second-level headings of a page. */
export function sections(page: DocPage): string[] {
  return [...page.html.matchAll(/<h2[^>]*\sid="?([^\s">]+)/g)].map((match) => match[1] ?? '');
}

/** A page of another release under the same name. */
export function inRelease(path: string, release: string): string {
  const rest = path.replace(/^\/docs(\/(next|\d{4}\.\d{2})(?=\/|$))?/, '');
  return `/docs${atAddress(release) === 'current' ? '' : `/${release}`}${rest}`;
}
