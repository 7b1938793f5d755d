import {recordOf} from '../records';
import type {SearchEngine} from './engine';
import {highlight, snippet} from './highlight';
import type {PageHit} from './rank';
import {allowed, type Hit, type SearchRequest, type SearchResult} from './protocol';

const DEFAULT_HITS = 20;
/** Share of the hits of one response that are pages; the rest are further sections of the best of them. */
const PAGES_SHARE = 0.6;
/** A further section is shown when it is about as good as the best one of its page. */
const SECTION_SHARE = 0.5;
const SECTIONS_EACH = 2;
/** What scores less than this share of the best page is noise. */
const NOISE = 0.02;
/** So many pages are shown all the same: of two words one may be on a single page, and mean little there. */
const LEAST_PAGES = 5;

interface Pick {
  document: number;
}

/** Answers one request of Algolia's multi-query call from an embedded index. */
export function respond(engine: SearchEngine, request: SearchRequest): SearchResult {
  const query = request.query ?? '';
  const hitsPerPage = request.hitsPerPage ?? DEFAULT_HITS;
  const page = request.page ?? 0;
  const started = performance.now();
  const answer = engine.search(query);
  const best = answer.pages[0]?.score ?? 0;
  const all = answer.pages.filter(({score}, place) => place < LEAST_PAGES || score >= best * NOISE);
  const sections = allowed(request, 'section');
  const pages = sections ? all.filter((hit) => sections.includes(sectionOf(engine, hit))) : all;
  // Who asks for no hits asks for counts: those of pages of the usual size.
  const size = hitsPerPage > 0 ? hitsPerPage : DEFAULT_HITS;
  const blocks = arrange(pages, size);
  const hits = hitsPerPage === 0 ? [] : (blocks[page] ?? []).map(({document}) => hitOf(engine, document, answer));
  return {
    index: request.indexName ?? '',
    query,
    hits,
    nbHits: total(blocks),
    page,
    nbPages: blocks.length,
    hitsPerPage,
    processingTimeMS: Math.round(performance.now() - started),
    exhaustiveNbHits: true,
    params: '',
    ...(request.facets?.includes('section') && {facets: {section: countSections(engine, pages, size)}}),
  };
}

/**
 * Puts pages into response pages. Each begins with the best section of every page, so that the first hits are the best
 * pages; further sections follow, and whoever groups hits by page finds them there.
 */
function arrange(pages: readonly PageHit[], hitsPerPage: number): Pick[][] {
  const each = Math.max(1, Math.ceil(hitsPerPage * PAGES_SHARE));
  const blocks: Pick[][] = [];
  for (let start = 0; start < pages.length; start += each) {
    const block = pages.slice(start, start + each);
    const further = block.flatMap(({sections: [first, ...rest]}) =>
      rest.slice(0, SECTIONS_EACH).filter(({score}) => score >= first!.score * SECTION_SHARE),
    );
    blocks.push([...block.map(({sections}) => sections[0]!), ...further].slice(0, hitsPerPage));
  }
  return blocks;
}

const sectionOf = (engine: SearchEngine, {page}: PageHit): string => engine.heads.pages[page]![4];

/** How many hits each section would have if it were asked for alone: what a reader sees after choosing it. */
function countSections(engine: SearchEngine, pages: readonly PageHit[], size: number): Record<string, number> {
  const bySection = new Map<string, PageHit[]>();
  for (const hit of pages) {
    const section = sectionOf(engine, hit);
    if (section !== '') bySection.set(section, [...(bySection.get(section) ?? []), hit]);
  }
  return Object.fromEntries([...bySection].map(([section, own]) => [section, total(arrange(own, size))]));
}

const total = (blocks: readonly Pick[][]): number => blocks.reduce((sum, block) => sum + block.length, 0);

function hitOf(engine: SearchEngine, id: number, sought: Parameters<typeof highlight>[1]): Hit {
  const document = engine.documents[id]!;
  const {objectID, url, url_without_anchor, anchor, type, hierarchy, content, section, version} = recordOf(
    engine.heads,
    document,
    id,
  );
  const marked: Hit['_highlightResult']['hierarchy'] = {};
  for (const [level, text] of Object.entries(hierarchy)) {
    if (text === null) continue;
    const value = level === 'lvl0' ? text : highlight(text, sought);
    marked[level as keyof typeof marked] = {value, matchLevel: value === text ? 'none' : 'full'};
  }
  const shown = snippet(content ?? '', sought);
  return {
    objectID,
    url,
    url_without_anchor,
    anchor,
    type,
    hierarchy,
    content: content === null ? null : content.slice(0, 200),
    section,
    version,
    _highlightResult: {hierarchy: marked},
    _snippetResult: {hierarchy: marked, ...(shown !== '' && {content: {value: shown, matchLevel: 'full' as const}})},
  };
}
