import type {Hit, SearchRequest, SearchResult} from '../engine/protocol';
import {LEVELS} from '../records';
import type {Backend} from './backend';
import type {Embedded} from './embedded';
import {safeResult} from './escape';
import type {Help} from './shelf';
import {report} from './status';

/** What the modal gives a reader whose query has no hit. */
export interface HelpPlaces {
  /** Address of the results page, absolute. */
  searchPage: string;
  /** Where people answer, absolute. */
  ask: string;
  /** Asks the modal's query again, if it still is this one. */
  again?: (query: string) => void;
}

/**
 * The search function that DocSearch's modal calls instead of Algolia's client.
 *
 * @returns results whose texts are safe as HTML
 */
export function docSearch(backend: Backend, embedded: Embedded, places: HelpPlaces) {
  return async ({requests}: {requests: readonly SearchRequest[]}): Promise<{results: SearchResult[]}> => {
    const query = requests[0]?.query ?? '';
    let {results, by} = await backend.ask(requests);
    if (results.some(({partial}) => partial)) {
      const complete = embedded.whenComplete(requests[0]!).catch(() => undefined);
      // Headings that have nothing say nothing of the texts: the reader waits for those.
      if (results.every(({nbHits}) => nbHits === 0)) {
        await complete;
        ({results, by} = await backend.ask(requests));
      } else void complete.then(() => places.again?.(query));
    }
    const shown = await Promise.all(
      results.map(async (result, index) => {
        if (result.hits.length > 0 || query.trim() === '') return result;
        const help = embedded.help(requests[index]!).catch(() => NO_HELP);
        const soon = await Promise.race([help, patience()]);
        // Other releases are on their way: what is known is said now, the rest when it has come.
        if (soon === undefined) void help.then(() => places.again?.(query));
        return withHelp(result, query, places, soon ?? NO_HELP);
      }),
    );
    // When it can be seen, not before.
    report({by, query, hits: results.reduce((sum, {nbHits}) => sum + nbHits, 0)});
    return {results: shown.map((result) => safeResult({...result, hits: result.hits.map(withPath)}))};
  };
}

/** How long a reader whose query has no hit waits for other releases, which may have to be loaded first. */
const PATIENCE_MILLISECONDS = 400;
const patience = (): Promise<undefined> =>
  new Promise((done) => setTimeout(() => done(undefined), PATIENCE_MILLISECONDS));

const NO_HELP: Help = {closest: [], elsewhere: []};

/** DocSearch shows the page's title below a heading; this adds the headings between, and what the section says. */
function withPath(hit: Hit): Hit {
  if (hit.type === 'lvl1') return hit;
  const marked = hit._snippetResult?.hierarchy ?? {};
  const above = LEVELS.slice(1, LEVELS.indexOf(hit.type))
    .map((level) => marked[level]?.value ?? hit.hierarchy[level])
    .filter((text): text is string => typeof text === 'string' && text !== '');
  const says = hit._snippetResult?.content?.value;
  const value = [above.join(' › '), says].filter(Boolean).join(' — ');
  return {
    ...hit,
    _snippetResult: {...hit._snippetResult, hierarchy: {...marked, lvl1: {value, matchLevel: 'none'}}},
  };
}

/** Nothing found: hits of other releases, the closest words, and where to ask, as entries that the keyboard reaches. */
function withHelp(result: SearchResult, query: string, places: HelpPlaces, {closest, elsewhere}: Help): SearchResult {
  const others = elsewhere.flatMap(({hits}) =>
    hits.map((hit) => inGroup(hit, `In other releases: ${hit.hierarchy.lvl0 ?? hit.version}`)),
  );
  const nothing = `Nothing here for “${query}”`;
  const words = closest.map((word) =>
    entry(`closest:${word}`, nothing, `Search for “${word}”`, `${places.searchPage}?q=${encodeURIComponent(word)}`),
  );
  const ask = entry('ask', nothing, 'Ask on GitHub', places.ask);
  return {...result, hits: [...others, ...words, ask]};
}

function inGroup(hit: Hit, group: string): Hit {
  const {lvl0: _, ...marked} = hit._highlightResult.hierarchy;
  return {
    ...hit,
    hierarchy: {...hit.hierarchy, lvl0: group},
    _highlightResult: {hierarchy: {...marked, lvl0: {value: group, matchLevel: 'none'}}},
  };
}

function entry(id: string, group: string, title: string, url: string): Hit {
  return inGroup(
    {
      objectID: `help:${id}`,
      url,
      url_without_anchor: url,
      anchor: null,
      type: 'lvl1',
      hierarchy: {lvl0: group, lvl1: title, lvl2: null, lvl3: null, lvl4: null, lvl5: null, lvl6: null},
      content: null,
      section: null,
      version: '',
      _highlightResult: {hierarchy: {}},
      _snippetResult: {hierarchy: {}},
    },
    group,
  );
}
