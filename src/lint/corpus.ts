import {createPage} from './page';
import {sidebarIds} from './sidebar';
import type {Corpus, FactItem, Page, Release} from './types';

/** Where the corpus comes from: the disk, or a test's own files. Paths start at the root of the repository. */
export interface Files {
  list(): readonly string[];
  read(path: string): string;
}

const RELEASE_OF_FILE = /^(docs|versioned_docs\/version-([^/]+))\//;

/** Sorts files into releases. `sidebars` holds each release folder's sidebar file, where there is one. */
export function buildCorpus(root: string, files: Files, sidebars: ReadonlyMap<string, unknown>): Corpus {
  const paths = files.list();
  const known = new Set(paths);
  const releases = new Map<string, Release>();
  for (const dir of new Set(paths.flatMap((path) => RELEASE_OF_FILE.exec(path)?.[1] ?? []))) {
    const pages = new Map<string, Page>();
    for (const path of paths) {
      if (path.startsWith(`${dir}/`) && /\.mdx?$/.test(path)) {
        const page = createPage(path, dir, files.read(path));
        pages.set(page.id, page);
      }
    }
    const facts = new Map<string, readonly FactItem[]>();
    releases.set(dir, {
      dir,
      name: dir === 'docs' ? 'next' : dir.slice('versioned_docs/version-'.length),
      pages,
      sidebar: sidebars.has(dir) ? sidebarIds(sidebars.get(dir), pages.keys()) : undefined,
      facts(table) {
        const items = facts.get(table) ?? readFacts(`${dir}/_facts/${table}.json`);
        facts.set(table, items);
        return items;
      },
      hasFile: (path) => known.has(path),
    });
  }
  return {root, releases, notes: new Set(), faults: new Set()};

  function readFacts(path: string): readonly FactItem[] {
    if (!known.has(path)) {
      return [];
    }
    const value: unknown = JSON.parse(files.read(path));
    return hasItems(value) ? value.items : [];
  }
}

/** All pages, in the order of their paths. */
export function pagesOf(corpus: Corpus): Page[] {
  return [...corpus.releases.values()]
    .flatMap((release) => [...release.pages.values()])
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function hasItems(value: unknown): value is {items: FactItem[]} {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}
