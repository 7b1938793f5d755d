import MiniSearch from 'minisearch';
import {FIELD_BOOSTS, RULES, type Field} from './rules';
import {tokenize} from './tokenize';
import {Vocabulary} from './vocabulary';

/** Documents that have a word, with the score of the word in each. */
export interface Postings {
  ids: Int32Array;
  scores: Float64Array;
}

export const NO_POSTINGS: Postings = {ids: new Int32Array(0), scores: new Float64Array(0)};

/** A keystroke changes one word; the others are remembered. */
const REMEMBERED = 200;
/** A shorter beginning fits a large part of the vocabulary, so only titles and headings are asked. */
const FULL_PREFIX_FROM = 3;

/** Which documents have a word, or words that begin with it: MiniSearch, asked one word at a time. */
export class WordIndex {
  readonly vocabulary = new Vocabulary();
  private readonly index: MiniSearch;
  private readonly memory = new Map<string, Postings>();

  constructor(documents: readonly (Record<Field, string> & {id: number})[], fields: readonly Field[]) {
    this.index = new MiniSearch({
      fields: [...fields],
      tokenize: (text) => {
        const terms = tokenize(text);
        for (const term of terms) this.vocabulary.add(term);
        return terms;
      },
      processTerm: (term) => term,
    });
    this.index.addAll(documents);
  }

  lookUp(term: string, prefix = false): Postings {
    if (!prefix && !this.vocabulary.has(term)) return NO_POSTINGS;
    const key = prefix ? `${term}*` : term;
    const known = this.memory.get(key);
    if (known) return known;
    const results = this.index.search(term, {
      tokenize: (whole) => [whole],
      boost: FIELD_BOOSTS,
      prefix,
      weights: {prefix: RULES.prefix, fuzzy: 0},
      ...(prefix && term.length < FULL_PREFIX_FROM && {fields: ['title', 'heading']}),
    });
    const postings = {
      ids: Int32Array.from(results, ({id}) => id as number),
      scores: Float64Array.from(results, ({score}) => score),
    };
    if (this.memory.size >= REMEMBERED) this.memory.delete(this.memory.keys().next().value!);
    this.memory.set(key, postings);
    return postings;
  }

  /** Documents that have all words of a phrase, by the mean of their scores. */
  lookUpPhrase(terms: readonly string[]): Postings {
    const [first = NO_POSTINGS, ...rest] = terms.map((term) => this.lookUp(term));
    if (rest.length === 0) return first;
    const others = rest.map(({ids, scores}) => new Map([...ids].map((id, index) => [id, scores[index]!])));
    const found = [...first.ids]
      .map((id, index) => ({id, all: [first.scores[index], ...others.map((scores) => scores.get(id))]}))
      .filter(({all}) => all.every((score) => score !== undefined));
    return {
      ids: Int32Array.from(found, ({id}) => id),
      scores: Float64Array.from(found, ({all}) => all.reduce<number>((sum, score) => sum + score!, 0) / terms.length),
    };
  }
}
