import {escapeHtml} from '../../escape-html';
import {CLOSE, OPEN} from '../engine/highlight';
import type {Hit, SearchResult} from '../engine/protocol';

/** DocSearch writes these texts into the page as HTML. Nothing but our own marks becomes an element there. */
export const toHtml = (marked: string): string =>
  balanced(escapeHtml(marked)).replaceAll(OPEN, '<mark>').replaceAll(CLOSE, '</mark>');

/** Marks of a foreign answer may be cut in the middle. */
function balanced(marked: string): string {
  let open = false;
  let text = '';
  for (const letter of marked) {
    if (letter === OPEN ? open : letter === CLOSE && !open) continue;
    if (letter === OPEN || letter === CLOSE) open = letter === OPEN;
    text += letter;
  }
  return open ? text + CLOSE : text;
}

/** A marked text in pieces, for React. */
export function pieces(marked: string): {text: string; found: boolean}[] {
  const parts = balanced(marked).split(new RegExp(`[${OPEN}${CLOSE}]`));
  return parts.map((text, index) => ({text, found: index % 2 === 1})).filter(({text}) => text !== '');
}

/** A result whose every text is safe as HTML, which is what DocSearch's modal expects. */
export const safeResult = (result: SearchResult): SearchResult => ({...result, hits: result.hits.map(safeHit)});

function safeHit(hit: Hit): Hit {
  return {
    ...hit,
    hierarchy: mapTexts(hit.hierarchy, escapeHtml) as Hit['hierarchy'],
    content: typeof hit.content === 'string' ? escapeHtml(hit.content) : null,
    _highlightResult: mapTexts(hit._highlightResult ?? {hierarchy: {}}, toHtml) as Hit['_highlightResult'],
    _snippetResult: mapTexts(hit._snippetResult ?? {hierarchy: {}}, toHtml) as Hit['_snippetResult'],
  };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
