import type {Document} from './engine/documents';
import type {Heads} from './shard';

export const LEVELS = ['lvl0', 'lvl1', 'lvl2', 'lvl3', 'lvl4', 'lvl5', 'lvl6'] as const;
export type Level = (typeof LEVELS)[number];

/** DocSearch's own record shape, and what the results page filters and sorts by. */
export interface SearchRecord {
  objectID: string;
  url: string;
  url_without_anchor: string;
  anchor: string | null;
  type: Level;
  hierarchy: Record<Level, string | null>;
  content: string | null;
  code: string | null;
  keywords: string | null;
  /** The top category that the page stands in. */
  section: string | null;
  language: string;
  version: string;
  docusaurus_tag: string;
  weight: {page_rank: number; level: number; position: number};
}

/**
 * The record of one section or table row. The embedded search answers with it, and a push uploads it, so both find the
 * same thing.
 *
 * @param position of the document in its release
 */
export function recordOf(heads: Heads, document: Document, position: number): SearchRecord {
  const [path, , description, keywords, section, weight] = heads.pages[document.page]!;
  const {level, anchor, text, code, phrases} = document;
  const opening = level === 1;
  const base = heads.site + path;
  const place = anchor === '' ? path : `${path}#${anchor}`;
  return {
    // The same place has the same id in every build, so that a push replaces a record instead of adding another.
    objectID: `${heads.language}:${heads.version}:${place}`,
    url: heads.site + place,
    url_without_anchor: base,
    anchor: anchor || null,
    type: `lvl${level}` as Level,
    hierarchy: hierarchyOf(heads, document),
    content: (opening ? [description, text].filter(Boolean).join('\n') : text) || null,
    code: code || null,
    keywords: [opening ? keywords : '', ...phrases.split('\n')].filter(Boolean).join(', ') || null,
    section: section || null,
    language: heads.language,
    version: heads.version,
    docusaurus_tag: heads.tag,
    weight: {page_rank: Math.round(weight * 100), level: 110 - level * 10, position},
  };
}

/** The release, the page, the headings above, and the heading itself at its own level. */
function hierarchyOf(heads: Heads, {page, level, heading, parents}: Document): SearchRecord['hierarchy'] {
  const hierarchy: SearchRecord['hierarchy'] = {
    lvl0: heads.label,
    lvl1: heads.pages[page]![1],
    lvl2: null,
    lvl3: null,
    lvl4: null,
    lvl5: null,
    lvl6: null,
  };
  parents.slice(0, level - 2).forEach((parent, index) => {
    hierarchy[`lvl${index + 2}` as Level] = parent;
  });
  if (level > 1) hierarchy[`lvl${level}` as Level] = heading;
  return hierarchy;
}
