import {useEffect, useState} from 'react';
import {useVersions} from '@docusaurus/plugin-content-docs/client';
import type {Hit, SearchRequest, SearchResult} from '../engine/protocol';
import {useSearchSession} from './useSearchSession';
import type {Session} from './session';
import type {Answerer} from './backend';

export interface SearchAsked {
  query: string;
  /** Docusaurus's name of the version. */
  version: string;
  section: string | null;
  page: number;
}

export interface SearchShown {
  hits: Hit[];
  /** Which of the pages these hits are, from 0: the last one where an address asks for a later one. */
  page: number;
  pages: number;
  /** Each section with the number of results in it, most first. */
  sections: [name: string, hits: number][];
  /** One sentence on what was found and by whom. */
  summary: string;
  /** Found in headings alone, while the texts were loading. */
  partial: boolean;
  help: {closest: string[]; elsewhere: {version: string; label: string; hits: number}[]} | null;
}

const NOTHING: SearchShown = {hits: [], page: 0, pages: 0, sections: [], summary: '', partial: false, help: null};
const UNREACHABLE: SearchShown = {
  ...NOTHING,
  summary:
    process.env.NODE_ENV === 'development'
      ? 'There is no search index yet: run "npm run build" once, then reload this page.'
      : 'The search index cannot be loaded. Are you offline?',
};
const HITS_PER_PAGE = 20;

const BY: Record<Answerer, string> = {
  algolia: ', answered by Algolia',
  embedded: '',
  fallback: '. Algolia did not answer; these are the results of the built-in index',
};

/** The results of a query, as they stand now: the last ones stay until the next have come. */
export function useSearchResults({query, version, section, page}: SearchAsked): SearchShown {
  const open = useSearchSession();
  const versions = useVersions(undefined);
  const [shown, setShown] = useState(NOTHING);

  useEffect(() => {
    if (query.trim() === '') {
      setShown(NOTHING);
      return undefined;
    }
    let current = true;
    const labels = new Map(versions.map(({name, label}) => [name, label]));
    const {embedded} = open();
    const asked = {query, version, section, page};
    const show = (found: SearchShown): void => {
      if (current) setShown(found);
    };
    const again = (): Promise<SearchShown> => find(open(), asked, labels).catch((): SearchShown => UNREACHABLE);
    void again().then((found) => {
      show(found);
      if (found.partial)
        embedded
          .whenComplete(requestFor(asked))
          .then(() => again().then(show))
          .catch(() => undefined);
    });
    return () => {
      current = false;
    };
  }, [open, query, version, section, page, versions]);

  return shown;
}

async function find(
  {backend, embedded}: Session,
  asked: SearchAsked,
  labels: ReadonlyMap<string, string>,
): Promise<SearchShown> {
  const request = requestFor(asked);
  // The second request counts the sections without the filter, so that the reader can choose another.
  const {results, by} = await backend.ask([
    {...request, facetFilters: [...filters(asked), ...(asked.section ? [[`section:${asked.section}`]] : [])]},
    {...request, page: 0, hitsPerPage: 0},
  ]);
  const [main, counts] = results as [SearchResult, SearchResult];
  if (main.nbPages > 0 && asked.page >= main.nbPages) {
    return find({backend, embedded}, {...asked, page: main.nbPages - 1}, labels);
  }
  // While the texts are loading, nothing is said yet of what is not there; and a filter that leaves nothing is no miss.
  const isOpen = main.nbHits === 0 && main.partial === true;
  const isFiltered = asked.section !== null && counts.nbHits > 0;
  const help = main.nbHits > 0 || isOpen || isFiltered ? null : await embedded.help(request).catch(() => null);
  const label = labels.get(asked.version) ?? asked.version;
  const place = asked.section === null ? `in ${label}` : `under ${asked.section} in ${label}`;
  const count = main.nbHits === 0 ? 'Nothing' : main.nbHits === 1 ? '1 result' : `${main.nbHits} results`;
  return {
    hits: main.hits,
    page: asked.page,
    pages: main.nbPages,
    sections: Object.entries(counts.facets?.['section'] ?? {}).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    summary: isOpen ? 'Searching…' : `${count} ${place}${BY[by]}`,
    partial: main.partial === true,
    help: help && {
      closest: help.closest,
      elsewhere: help.elsewhere.map(({hits, nbHits}) => {
        const version = hits[0]!.version;
        return {version, label: labels.get(version) ?? version, hits: nbHits};
      }),
    },
  };
}

const filters = ({version}: SearchAsked): string[] => ['language:en', `docusaurus_tag:docs-default-${version}`];

const requestFor = (asked: SearchAsked): SearchRequest => ({
  query: asked.query,
  page: asked.page,
  hitsPerPage: HITS_PER_PAGE,
  facets: ['section'],
  facetFilters: filters(asked),
  attributesToHighlight: ['hierarchy'],
  attributesToSnippet: ['content:25'],
  snippetEllipsisText: '…',
});
