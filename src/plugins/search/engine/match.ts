import {corrections} from './correct';
import {runs, type Query} from './query';
import {RULES, type RuleName} from './rules';
import {synonymsAt, type Synonyms} from './synonyms';
import type {Postings, WordIndex} from './word-index';

/** One word of the query: how well each document has it, or what stands for it. Both lists go by document number. */
export interface WordMatch {
  /** The word itself, or the known word that it is taken for. */
  meant: string;
  /** How much the word tells documents apart. */
  idf: number;
  scores: Float64Array;
  /** 1 for the word itself, less for what stands for it, 0 where there is neither. */
  quality: Float64Array;
}

export interface Matches {
  words: WordMatch[];
  /** What documents gain where neighbouring words of the query are written as one. */
  gains: Float64Array;
  /** Documents with an identifier that was typed and exists; null when there is none. */
  holders: Set<number> | null;
  /** Known words that stand for the query's: what to mark in a text. */
  terms: Set<string>;
}

interface Variant {
  term: string;
  weight: number;
  prefix: boolean;
}

/** For each place in a query, the phrases that the word there may mean. */
type Meanings = ReadonlyMap<number, readonly (readonly string[])[]>;

/** Finds what of an index answers each word of a query. */
export class Matcher {
  constructor(
    private readonly index: WordIndex,
    private readonly synonyms: Synonyms,
    private readonly size: number,
    private readonly off: ReadonlySet<RuleName>,
  ) {}

  match(query: Query): Matches {
    const identifiers = this.off.has('joined')
      ? []
      : query.identifiers.filter((whole) => this.index.vocabulary.has(whole));
    // Who types an identifier that exists means that, and nothing that is like its words.
    const exact = identifiers.length > 0;
    const meanings: Meanings = exact ? new Map() : this.meanings(query);
    const terms = new Set<string>();
    const words = query.terms.map(({term, at}, position) => {
      const unfinished = query.unfinished && position === query.terms.length - 1;
      return this.matchWord(this.variants(term, unfinished, exact), meanings.get(at) ?? [], terms);
    });
    const gains = this.joined(query, terms);
    const holders = exact ? new Set(identifiers.flatMap((whole) => [...this.index.lookUp(whole).ids])) : null;
    return {words, gains, holders, terms};
  }

  private matchWord(
    variants: readonly Variant[],
    meanings: readonly (readonly string[])[],
    terms: Set<string>,
  ): WordMatch {
    const match = {scores: new Float64Array(this.size), quality: new Float64Array(this.size)};
    let holders = 0;
    const take = ({ids, scores}: Postings, weight: number): void => {
      holders = Math.max(holders, ids.length);
      for (let index = 0; index < ids.length; index += 1) {
        const id = ids[index]!;
        match.scores[id] = Math.max(match.scores[id]!, scores[index]! * weight);
        match.quality[id] = Math.max(match.quality[id]!, weight);
      }
    };
    for (const {term, weight, prefix} of variants) {
      terms.add(term);
      take(this.index.lookUp(term), weight);
      if (prefix) take(this.index.lookUp(term, true), weight);
    }
    for (const phrase of meanings) {
      for (const term of phrase) terms.add(term);
      take(this.index.lookUpPhrase(phrase), RULES.synonym);
    }
    const idf = Math.log(1 + (this.size - holders + 0.5) / (holders + 0.5));
    return {meant: variants[0]?.term ?? '', idf, ...match};
  }

  /** A word as it stands with its relatives, or what a reader probably meant by it; the likeliest first. */
  private variants(term: string, unfinished: boolean, exact: boolean): Variant[] {
    const {vocabulary} = this.index;
    const prefix = unfinished && !this.off.has('prefix');
    const own = {term, weight: 1, prefix};
    if (exact) return [own];
    const instead = (weight: number) => (other: string) => ({term: other, weight, prefix: false});
    const relatives = this.off.has('stems') ? [] : vocabulary.relatives(term);
    if (vocabulary.has(term) || (prefix && vocabulary.hasPrefix(term))) {
      return [own, ...relatives.map(instead(RULES.stemBeside))];
    }
    if (relatives.length > 0) return relatives.map(instead(RULES.stemInstead));
    if (this.off.has('correction')) return [{...own, prefix: false}];
    const corrected = corrections(term, vocabulary.counts, unfinished);
    return corrected.length > 0
      ? corrected.map((other, index) => instead(RULES.correction / (index + 1))(other))
      : [{...own, prefix: false}];
  }

  /** What the synonyms file says that the words at each place may mean. */
  private meanings(query: Query): Meanings {
    const meanings = new Map<number, (readonly string[])[]>();
    query.all.forEach((_, start) => {
      for (const {from, to} of synonymsAt(this.synonyms, query.all, start)) {
        for (const at of from.keys()) meanings.set(start + at, [...(meanings.get(start + at) ?? []), ...to]);
      }
    });
    return meanings;
  }

  private joined(query: Query, terms: Set<string>): Float64Array {
    const gains = new Float64Array(this.size);
    if (this.off.has('joined')) return gains;
    const {vocabulary} = this.index;
    for (const {whole, from, words} of runs(query.all)) {
      const growing = query.unfinished && from + words === query.all.length && whole.length >= 6;
      if (!vocabulary.has(whole) && !(growing && vocabulary.hasPrefix(whole))) continue;
      terms.add(whole);
      const {ids, scores} = this.index.lookUp(whole, growing);
      const weight = (RULES.joined * words) / query.all.length;
      for (let index = 0; index < ids.length; index += 1) {
        gains[ids[index]!] = Math.max(gains[ids[index]!]!, weight * scores[index]!);
      }
    }
    return gains;
  }
}
