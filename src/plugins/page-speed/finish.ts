import {readFile, rename, writeFile} from 'node:fs/promises';
import {basename, join, relative, sep} from 'node:path';
import {deferToIntent, inlineScripts, nameAllKeys} from './html';
import {loaderTag, speculationRules, type LoaderSettings} from './loader';
import {contentSecurityPolicy, headersFile} from './policy';
import {siteFiles} from './site-files';
import {purge, readPage, readScript, readStyle, renamed, type Vocabulary} from './styles';

type Settings = {
  /** The loader, compiled. */
  loader: string;
  /** Files of pages that start the application at once. */
  now: readonly string[];
  /** Scripts of a page beside the application's own, by the page's path. */
  scriptsOf: ReadonlyMap<string, readonly string[]>;
  search: LoaderSettings['search'];
  release: LoaderSettings['release'];
  /** Other origins that the site asks. */
  connect: readonly string[];
};

const isStyle = (file: string): boolean => /assets[\\/]css[\\/][^\\/]+\.css$/.test(file);
const isScript = (file: string): boolean => /assets[\\/]js[\\/][^\\/]+\.js$/.test(file);

/** What is done when all files are there: pages, styles, headers. @returns how many pages there are */
export async function finish(
  folder: string,
  {loader, now, scriptsOf, search, release, connect}: Settings,
): Promise<number> {
  const files = siteFiles(folder);
  const vocabulary: Vocabulary = {words: new Set(), variables: new Set()};
  readScript(loader, vocabulary);
  const scripts = new Set([speculationRules]);
  const pages = new Map<string, string>();

  for (const file of files) {
    if (isScript(file)) readScript(await readFile(file, 'utf8'), vocabulary);
    if (!file.endsWith('.html')) continue;
    const name = relative(folder, file).split(sep).join('/');
    const html = await readFile(file, 'utf8');
    readPage(html, vocabulary);
    const route = `/${name.replace(/(^index)?\.html$/, '')}`;
    const page = deferToIntent(nameAllKeys(html), (scripts) => {
      // The page's own before the last, which starts the application: it finds them there.
      const app = scripts.toSpliced(-1, 0, ...(scriptsOf.get(route) ?? []));
      return loaderTag(loader, {app, search, now: now.includes(name), release, rules: speculationRules});
    });
    // A page without the application only leads to another one and does so without its script too.
    if (page === html) continue;
    for (const script of inlineScripts(page)) scripts.add(script);
    pages.set(file, page);
  }

  // The sheet of the pages. The others come with code that asks for them by the names that the bundler gave them.
  const isOfPages = (file: string): boolean => [...pages.values()].some((html) => html.includes(basename(file)));
  for (const file of files.filter(isStyle)) {
    if (!isOfPages(file)) readStyle(await readFile(file, 'utf8'), vocabulary);
  }
  for (const file of files.filter(isStyle).filter(isOfPages)) {
    const css = await purge(await readFile(file, 'utf8'), vocabulary);
    const target = renamed(file, css);
    await writeFile(file, css);
    await rename(file, target);
    for (const [page, html] of pages) pages.set(page, html.replaceAll(basename(file), basename(target)));
  }

  for (const [file, html] of pages) await writeFile(file, html);
  await writeFile(join(folder, '_headers'), headersFile(contentSecurityPolicy([...scripts], connect)));

  return pages.size;
}
