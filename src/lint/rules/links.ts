import {basename, dirname, join} from 'node:path/posix';
import {visit} from 'unist-util-visit';
import {expandFacts} from '../facts';
import {eachPage} from '../rule';
import type {Corpus, Page, PageLink, Release, Rule} from '../types';

/** How the file of a page may end when a link names it as `./page` or `./folder`. */
const SUFFIXES = ['.md', '.mdx', '/index.md', '/index.mdx'];

/** Links inside a release lead to a file, and to a heading, that exist there. */
export const links: Rule = {
  name: 'links',
  check: eachPage(function* (page, release, corpus) {
    for (const link of page.links) {
      const fault = /^(?:[a-z][\w+.-]*:|\/)/i.test(link.url) ? undefined : faultOf(link, page, release, corpus);
      if (fault !== undefined) {
        yield {line: link.line, ...fault};
      }
    }
  }),
};

function faultOf(
  {url, kind}: PageLink,
  page: Page,
  release: Release,
  corpus: Corpus,
): {what: string; mend: string} | undefined {
  const [pathAndQuery = '', anchor] = url.split('#');
  const path = decoded(pathAndQuery.split('?')[0] ?? '');
  const target = path === '' ? page.file : join(dirname(page.file), path);
  if (!target.startsWith(`${release.dir}/`)) {
    return undefined;
  }
  if (!release.hasFile(target)) {
    return {what: `${url} leads to ${target}, which does not exist`, mend: mendFor(target, release, corpus)};
  }
  const targetPage = release.pages.get(target.slice(release.dir.length + 1).replace(/\.mdx?$/, ''));
  if (
    kind === 'image' ||
    anchor === undefined ||
    targetPage === undefined ||
    anchorExists(anchor, targetPage, corpus)
  ) {
    return undefined;
  }
  return {
    what: `${target} has no heading or row #${anchor}`,
    mend: `link to one of its ids, or write {#${anchor}} after the heading there`,
  };
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A stray % stands for itself; a file of that name is then looked for.
    return path;
  }
}

function mendFor(target: string, release: Release, corpus: Corpus): string {
  const id = target.slice(release.dir.length + 1).replace(/\.mdx?$|\/$/g, '');
  const found = SUFFIXES.find((suffix) => release.hasFile(`${release.dir}/${id}${suffix}`));
  if (found !== undefined) {
    return `write the path of the file, which ends in ${basename(id)}${found}`;
  }
  const elsewhere = [...corpus.releases.values()].filter(({pages}) => pages.has(id)).map(({name}) => name);
  return elsewhere.length === 0
    ? `link to a page of ${release.name}, or take the link out`
    : `only ${elsewhere.join(' and ')} ${elsewhere.length > 1 ? 'have' : 'has'} that page; if ${release.name} is not to have it, take the link out`;
}

function anchorExists(anchor: string, page: Page, corpus: Corpus): boolean {
  return (
    page.headings.some(({id}) => id === anchor) ||
    ownAnchors(page).has(anchor) ||
    // Without usable data nobody knows which rows a table has.
    (expandFacts(page, corpus)?.anchors.has(anchor) ?? true)
  );
}

/** Anchors that a page sets with `<a id="…">`. */
function ownAnchors(page: Page): Set<string> {
  const anchors = new Set<string>();
  visit(page.tree, 'html', ({value}) => {
    for (const match of value.matchAll(/\b(?:id|name)="([^"]+)"/g)) {
      anchors.add(match[1] ?? '');
    }
  });
  return anchors;
}
