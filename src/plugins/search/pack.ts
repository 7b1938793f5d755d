import type {Article} from './article';
import {codeWords, withoutCommon} from './code-words';
import {chunks, isStopWord} from './engine/tokenize';
import type {PagePhrases} from './phrases';
import {shortAnchor, type Full, type Heads} from './shard';

/** One page of a release, ready to be indexed. */
export interface Page {
  /** Path from the root of the site: `/docs/tokens`. */
  path: string;
  article: Article;
  /** Factor on the page's score, from its front matter. */
  weight: number;
  phrases: PagePhrases;
}

/** What of a release stands in both of its files beside the pages. */
export type ReleaseFacts = Pick<Heads, 'version' | 'language' | 'tag' | 'label' | 'site' | 'synonyms'>;

/**
 * Packs the pages of a release into its two files. The same pages give the same bytes.
 *
 * @param pages in any order; they are sorted by path
 */
export function pack(release: ReleaseFacts, pages: readonly Page[]): {heads: Heads; full: Full} {
  const heads: Heads = {...release, pages: [], heads: []};
  const full: Full = {texts: [], codes: [], phrases: [], rows: []};
  for (const {path, article, weight, phrases} of [...pages].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const {title, description, keywords, breadcrumbs, sections} = article;
    const label = article.label === title ? '' : article.label;
    heads.pages.push([path, title, description, keywords, breadcrumbs[0] ?? '', weight, label]);
    for (const section of sections) {
      const name = section.path.at(-1) ?? '';
      if (section.row) {
        full.rows.at(-1)!.push([shortAnchor(section.anchor, name), name, section.text]);
        continue;
      }
      const heading = section.level === 1 ? '' : name;
      heads.heads.push([section.level, shortAnchor(section.anchor, heading), heading]);
      full.rows.push([]);
      full.texts.push(section.text);
      full.codes.push(codeWords(section.code, section.text));
      full.phrases.push(leanPhrases(phrases[section.anchor] ?? []));
    }
  }
  full.codes = withoutCommon(full.codes, full.texts);
  return {heads, full};
}

/** Phrases of a section, one a line, without the words that a query is not asked by either: 3 KB less in a release. */
function leanPhrases(phrases: readonly string[]): string {
  const lean = phrases.map((phrase) => {
    const all = chunks(phrase);
    const telling = all.filter(({parts}) => parts.length > 1 || !isStopWord(parts[0]!.term));
    return (telling.length > 0 ? telling : all).map(({raw}) => raw.toLowerCase()).join(' ');
  });
  return [...new Set(lean)].sort().join('\n');
}
