import {createHash} from 'node:crypto';
import type {Article, Section} from './article';
import {codeWords} from './code-words';

/** One page of a release, ready to be indexed. */
export interface Page {
  /** Path from the root of the site: `/docs/tokens`. */
  path: string;
  article: Article;
  /** Factor on the page's score, from its front matter. */
  weight: number;
}

type Level = 'lvl0' | 'lvl1' | 'lvl2' | 'lvl3' | 'lvl4' | 'lvl5' | 'lvl6';

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
  section: string | null;
  language: string;
  version: string;
  docusaurus_tag: string;
  weight: {page_rank: number; level: number; position: number};
}

/** Algolia refuses larger records on its free plans; the limit is on the JSON of a record. */
const MAX_RECORD_BYTES = 9500;

/**
 * The records of one page: one for each heading and each row of a facts table, in reading order.
 *
 * @param site origin and base of the site, without a slash at the end
 * @param label of the release, as the site shows it
 */
export function recordsOf(page: Page, site: string, label: string): SearchRecord[] {
  const {article} = page;
  const base = site + page.path;
  return article.sections.map((section, position) => {
    const opening = section.level === 1;
    const text = opening ? [article.description, section.text].filter(Boolean).join('\n') : section.text;
    return fit({
      objectID: recordId(article, page.path, section, position),
      url: section.anchor === '' ? base : `${base}#${section.anchor}`,
      url_without_anchor: base,
      anchor: section.anchor || null,
      type: `lvl${section.level}` as Level,
      hierarchy: hierarchyOf(section, label),
      content: text || null,
      code: codeWords(section.code, section.text) || null,
      keywords: (opening && article.keywords) || null,
      section: article.breadcrumbs[0] ?? null,
      language: article.language,
      version: article.version,
      docusaurus_tag: article.tag,
      weight: {page_rank: Math.round(page.weight * 100), level: 110 - section.level * 10, position},
    });
  });
}

/** The same place has the same id in every build, so that a push replaces it instead of adding another. */
function recordId(article: Article, path: string, section: Section, position: number): string {
  const place = [article.language, article.tag, path, section.anchor || position].join('\n');
  return createHash('sha256').update(place).digest('hex').slice(0, 24);
}

function hierarchyOf(section: Section, label: string): SearchRecord['hierarchy'] {
  const level = (n: number): string | null => {
    if (n > section.level) return null;
    // A page may skip a level; the path is then shorter than the level says.
    if (n === section.level) return section.path.at(-1) ?? null;
    return section.path[n - 1] !== undefined && n - 1 < section.path.length - 1 ? section.path[n - 1]! : null;
  };
  return {
    lvl0: label,
    lvl1: section.path[0] ?? null,
    lvl2: level(2),
    lvl3: level(3),
    lvl4: level(4),
    lvl5: level(5),
    lvl6: level(6),
  };
}

/** Shortens code first and text second until the record is as small as Algolia asks. */
function fit(record: SearchRecord): SearchRecord {
  const bytes = (): number => Buffer.byteLength(JSON.stringify(record));
  for (const field of ['code', 'content'] as const) {
    const over = bytes() - MAX_RECORD_BYTES;
    const value = record[field];
    if (over > 0 && value !== null) record[field] = value.slice(0, Math.max(0, value.length - over)) || null;
  }
  return record;
}
