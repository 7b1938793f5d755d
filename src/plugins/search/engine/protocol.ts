import type {Level, SearchRecord} from '../records';

/** One request of Algolia's multi-query call, as far as this portal's interface uses it. */
export interface SearchRequest {
  indexName?: string;
  query?: string;
  page?: number;
  hitsPerPage?: number;
  /** `["language:en", ["docusaurus_tag:default", "docusaurus_tag:docs-default-2026.05"]]` */
  facetFilters?: string | readonly (string | readonly string[])[];
  facets?: readonly string[];
  [more: string]: unknown;
}

interface Marked {
  value: string;
  matchLevel: 'none' | 'full';
}

export type Hit = Pick<
  SearchRecord,
  'objectID' | 'url' | 'url_without_anchor' | 'anchor' | 'type' | 'hierarchy' | 'content' | 'section' | 'version'
> & {
  _highlightResult: {hierarchy: Partial<Record<Level, Marked>>};
  _snippetResult: {hierarchy: Partial<Record<Level, Marked>>; content?: Marked};
};

/** One answer of that call. Marks in it are the two private letters of `highlight.ts`, never tags. */
export interface SearchResult {
  index: string;
  query: string;
  hits: Hit[];
  nbHits: number;
  page: number;
  nbPages: number;
  hitsPerPage: number;
  processingTimeMS: number;
  exhaustiveNbHits: boolean;
  params: string;
  facets?: Record<string, Record<string, number>>;
  /** Answered from headings alone: the texts were not there yet, and the same question may be asked again. */
  partial?: boolean;
}

/** The values that a request's facet filters allow for one facet; null when it does not filter by it. */
export function allowed({facetFilters}: SearchRequest, facet: string): string[] | null {
  const filters = typeof facetFilters === 'string' ? [facetFilters] : (facetFilters ?? []);
  const start = `${facet}:`;
  const values = filters
    .flat()
    .filter((filter) => filter.startsWith(start))
    .map((filter) => filter.slice(start.length));
  return values.length > 0 ? values : null;
}
