import {join, relative, sep} from 'node:path';
import {compareAddress, pairAddress} from './addresses';
import {comparable, historyOf, movedAnchors, pageIn, type MovedAnchors, type PageHistory} from './history';
import type {Amendment} from './manifest';
import {readContract} from './cli/contract-inputs';
import {loadSite, type Site, type SitePage} from './site';
import {readManifest} from './snapshot';

/** What the theme shows on one page, carried in its front matter: so it is in the page's own chunk and in no other. */
export type PageReleaseData = {
  release: string;
  change: PageHistory['change'];
  since: string | null;
  /** Address of the comparison that the line leads to, when there is one. */
  compare: string | null;
  /** Anchors of other releases that are missing here, by where they lead. */
  moved: MovedAnchors;
  amendments: {date: string; reason: string}[];
};

let known: {siteDir: string; at: number; pages: Map<string, PageReleaseData>} | undefined;

/** While a writer works, what other pages say may be this old; a build reads everything once. */
const FRESH_MILLISECONDS = 5000;

/**
 * The data of the page in a file, or undefined for a file that is no page of a release, and for all files while a page of
 * the site cannot be read: Docusaurus would call that a fault in the front matter of whatever page it asks for. The plugin
 * of this room tells it by its own name.
 */
export function pageData(siteDir: string, file: string): PageReleaseData | undefined {
  const isStale = process.env['NODE_ENV'] === 'development' && known && Date.now() - known.at > FRESH_MILLISECONDS;
  if (known?.siteDir !== siteDir || isStale) known = {siteDir, at: Date.now(), pages: readPageData(siteDir)};
  return known.pages.get(relative(siteDir, file).split(sep).join('/'));
}

function readPageData(siteDir: string): Map<string, PageReleaseData> {
  try {
    return allPageData(loadSite(siteDir));
  } catch {
    return new Map();
  }
}

/** The data of all pages of a site, by file. */
export function allPageData(site: Site): Map<string, PageReleaseData> {
  const pages = new Map<string, PageReleaseData>();
  for (const name of comparable(site)) {
    const release = site.byName.get(name);
    const aliases = readContract(site.siteDir, release?.folder).anchors;
    const amendments = readManifest(site.siteDir, name)?.amendments ?? [];
    for (const page of release?.pages.values() ?? []) {
      const history = historyOf(site, name, page);
      pages.set(page.file, {
        release: name,
        change: history.change,
        since: history.since,
        compare: comparisonOf(site, name, page, history),
        moved: movedAnchors(site, name, page, aliases[page.id]),
        amendments: amendmentsOf(amendments, page.file.slice((release?.folder.length ?? 0) + 1)),
      });
    }
  }
  return pages;
}

function comparisonOf(site: Site, name: string, page: SitePage, {change, since}: PageHistory): string | null {
  if (since === null) return null;
  return change === 'new' || !pageIn(site, page.id, name, since)
    ? pairAddress(since, name)
    : compareAddress(since, name, page);
}

function amendmentsOf(amendments: readonly Amendment[], file: string): PageReleaseData['amendments'] {
  return amendments.filter(({files}) => file in files).map(({date, reason}) => ({date, reason}));
}

type ParseFrontMatter = (params: {
  filePath: string;
  fileContent: string;
  defaultParseFrontMatter: ParseFrontMatter;
}) => Promise<{frontMatter: {[key: string]: unknown}; content: string}>;

/** Key of the data in a page's front matter. No page writes it by hand. */
export const FRONT_MATTER_KEY = 'release_data';

/** Docusaurus's front matter reader, with what this room knows about the page added to it. */
export function withReleaseData(siteDir: string): ParseFrontMatter {
  return async (params) => {
    const result = await params.defaultParseFrontMatter(params);
    const data = pageData(siteDir, join(params.filePath));
    return data ? {...result, frontMatter: {...result.frontMatter, [FRONT_MATTER_KEY]: data}} : result;
  };
}
