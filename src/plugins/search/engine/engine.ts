import type {Full, Heads} from '../shard';
import {similarWords} from './correct';
import {documentsOf, fieldsOf, type Document} from './documents';
import {Matcher} from './match';
import {readQuery} from './query';
import {Ranking, type PageHit} from './rank';
import {FIELD_BOOSTS, type Field, type RuleName} from './rules';
import {readSynonyms} from './synonyms';
import {WordIndex} from './word-index';

export interface Answer {
  pages: PageHit[];
  /** Known words that stand for the query's: what to mark in a text. */
  terms: Set<string>;
  /** The beginning that the last word may be. */
  prefix: string | null;
}

/** The embedded search over one release. */
export class SearchEngine {
  readonly documents: Document[];
  private readonly index: WordIndex;
  private readonly matcher: Matcher;
  private readonly ranking: Ranking;

  /**
   * @param full without it, only titles, headings and descriptions are found
   * @param leaveOut rules that are not applied, when their worth is measured
   */
  constructor(
    readonly heads: Heads,
    full: Full | null,
    leaveOut: Iterable<RuleName> = [],
  ) {
    const off = new Set<string>(leaveOut) as ReadonlySet<RuleName>;
    this.documents = documentsOf(heads, full).filter(({row}) => !row || !off.has('rows'));
    const fields = (Object.keys(FIELD_BOOSTS) as Field[]).filter((field) => !(off as ReadonlySet<string>).has(field));
    this.index = new WordIndex(
      this.documents.map((document, id) => fieldsOf(heads, document, id)),
      fields,
    );
    const synonyms = readSynonyms(off.has('synonyms') ? [] : heads.synonyms);
    this.matcher = new Matcher(this.index, synonyms, this.documents.length, off);
    this.ranking = new Ranking(heads, this.documents, off);
  }

  search(text: string): Answer {
    const query = readQuery(text);
    const matches = this.matcher.match(query);
    const last = query.terms.at(-1);
    return {
      pages: this.ranking.order(matches, query),
      terms: matches.terms,
      prefix: query.unfinished && last ? last.term : null,
    };
  }

  /** Known words that are closest to those of a query that found nothing. */
  closest(text: string, count = 3): string[] {
    const found = readQuery(text).terms.flatMap(({term}) => similarWords(term, this.index.vocabulary.counts, count));
    return [...new Set(found)].slice(0, count);
  }
}
