import type {Hit} from '../engine/protocol';
import {LEVELS, type Level} from '../records';

/**
 * A hit as an index of Algolia gives it: a record of `search:push`, or one of DocSearch's hosted crawler, which has hits
 * of the type `content`, may have a list where we have one word, and has no section.
 */
export interface ForeignHit {
  objectID: string;
  url: string;
  hierarchy: Partial<Record<Level, string | null>>;
  [more: string]: unknown;
}

/** Whether a value has what no hit can be shown without: where it leads, and how it is called. */
export function isHit(value: unknown): value is ForeignHit {
  const {objectID, url, hierarchy} = (value ?? {}) as Partial<ForeignHit>;
  return (
    typeof objectID === 'string' &&
    typeof url === 'string' &&
    /^https?:\/\//.test(url) &&
    typeof hierarchy === 'object' &&
    hierarchy !== null &&
    LEVELS.some((level) => isText(hierarchy[level]))
  );
}

/** The same hit in the shape that this site shows. */
export function ownHit(hit: ForeignHit): Hit {
  const hierarchy = Object.fromEntries(
    LEVELS.map((level) => [level, isText(hit.hierarchy[level]) ? hit.hierarchy[level] : null]),
  ) as Hit['hierarchy'];
  // A page without a heading of its own is called by what stands above it.
  hierarchy.lvl1 ??= LEVELS.map((level) => hierarchy[level]).find(isText) ?? '';
  const [base = hit.url, anchor = ''] = hit.url.split('#');
  return {
    objectID: hit.objectID,
    url: hit.url,
    url_without_anchor: word(hit['url_without_anchor']) ?? base,
    anchor: word(hit['anchor']) ?? (anchor || null),
    // Text stands in the section whose heading is the deepest one.
    type:
      LEVELS.find((level) => level === hit['type']) ?? LEVELS.findLast((level) => isText(hierarchy[level])) ?? 'lvl1',
    hierarchy,
    content: word(hit['content']),
    section: word(hit['section']),
    version: word(hit['version']) ?? '',
    _highlightResult: marked(hit['_highlightResult']),
    _snippetResult: marked(hit['_snippetResult']),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A word, or the first of a list of words. */
function word(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isText(first) ? first : null;
}

function marked(value: unknown): Hit['_snippetResult'] {
  const {hierarchy, content} = (value ?? {}) as Partial<Hit['_snippetResult']>;
  return {hierarchy: hierarchy ?? {}, ...(isText(content?.value) && {content})};
}
