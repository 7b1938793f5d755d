import type {Hit} from '../engine/protocol';
import {LEVELS} from '../records';

export interface PageGroup {
  url: string;
  /** With marks. */
  title: string;
  section: string | null;
  release: string;
  hits: Hit[];
}

/** Hits by page, in the order of each page's first hit. */
export function groupByPage(hits: readonly Hit[]): PageGroup[] {
  const groups = new Map<string, PageGroup>();
  for (const hit of hits) {
    const url = hit.url_without_anchor ?? hit.url.replace(/#.*$/, '');
    const known = groups.get(url);
    if (known) known.hits.push(hit);
    else
      groups.set(url, {
        url,
        title: text(hit, 'lvl1'),
        section: hit.section ?? null,
        release: hit.hierarchy.lvl0 ?? '',
        hits: [hit],
      });
  }
  return [...groups.values()];
}

/** The headings from below the page's title down to the hit, with marks; empty for the opening of a page. */
export function headingPath(hit: Hit): string[] {
  return LEVELS.slice(2, LEVELS.indexOf(hit.type) + 1)
    .map((level) => text(hit, level))
    .filter((heading) => heading !== '');
}

const text = (hit: Hit, level: (typeof LEVELS)[number]): string =>
  hit._highlightResult?.hierarchy?.[level]?.value ?? hit.hierarchy[level] ?? '';
