import MiniSearch from 'minisearch';
import type {Full, Heads} from '../shard';
import {corrections} from './correct';
import {documentsOf, fieldsOf, type Document} from './documents';
import {containsRun, readQuery, runs, type Query} from './query';
import {FIELD_BOOSTS, RULES, type Field, type RuleName} from './rules';
import {readSynonyms, synonymsAt, type Synonyms} from './synonyms';
import {isStopWord, tokenize, words} from './tokenize';
import {Vocabulary} from './vocabulary';

/** A page that answers a query: its sections, best first. */
export interface PageHit {
  page: number;
  score: number;
  sections: {document: number; score: number}[];
}

export interface Answer {
  pages: PageHit[];
  /** Known words that stand for the query's: what to mark in a text. */
  terms: Set<string>;
  /** The beginning that the last word may be. */
  prefix: string | null;
}

/** One word of the query: which documents have it, or what stands for it, and how well. */
interface WordMatch {
  /** The word itself, or the known word that it is taken for. */
  meant: string;
  idf: number;
  scores: Map<number, number>;
  quality: Map<number, number>;
}

type Scores = ReadonlyMap<number, number>;
const NONE: Scores = new Map();
/** For each place in a query, the phrases that the word there may mean. */
type Spans = ReadonlyMap<number, readonly (readonly string[])[]>;
const NO_SPANS: Spans = new Map();
/** A keystroke changes one word; the others are remembered. */
const REMEMBERED = 200;
/** A shorter beginning fits half of the vocabulary, so only titles and headings are asked. */
const FULL_PREFIX_FROM = 2;

/** The embedded search over one release. */
export class SearchEngine {
  readonly documents: Document[];
  readonly heads: Heads;
  private readonly index: MiniSearch;
  private readonly vocabulary = new Vocabulary();
  private readonly synonyms: Synonyms;
  /** The names of each page: its title, what the sidebar calls it, the end of its address. */
  private readonly names: string[][][];
  private readonly keywords: string[][];
  private readonly headings: (string[] | undefined)[] = [];
  private readonly memory = new Map<string, Scores>();
  private readonly off: ReadonlySet<RuleName>;

  /** @param off rules to leave out, when their worth is measured */
  constructor(heads: Heads, full: Full | null, off: Iterable<RuleName> = []) {
    this.heads = heads;
    this.off = new Set(off);
    this.synonyms = readSynonyms(this.off.has('synonyms') ? [] : heads.synonyms);
    this.documents = documentsOf(heads, full).filter(({row}) => !row || !this.off.has('rows'));
    this.names = heads.pages.map(([path, title, , , , , label]) =>
      [title, label, path.split('/').at(-1) ?? ''].map((name) => telling(words(name))).filter((name) => name.length > 0),
    );
    this.keywords = heads.pages.map(([, , , keywords]) => keywords.split(', ').map((said) => telling(words(said)).join(' ')));
    const fields = (Object.keys(FIELD_BOOSTS) as Field[]).filter((field) => !this.off.has(field as RuleName));
    this.index = new MiniSearch({
      fields,
      tokenize: (text) => {
        const terms = tokenize(text);
        for (const term of terms) this.vocabulary.add(term);
        return terms;
      },
      processTerm: (term) => term,
    });
    this.index.addAll(this.documents.map((document, id) => fieldsOf(heads, document, id)));
  }

  search(text: string): Answer {
    const query = readQuery(text);
    const identifiers = query.identifiers.filter((whole) => this.vocabulary.has(whole));
    const terms = new Set<string>();
    const matches = this.matchWords(query, terms, identifiers.length > 0);
    const scores = this.add(matches, this.joined(query, terms));
    this.preferIdentifiers(identifiers, scores);
    const pages = this.gather(query, matches, scores);
    const last = query.terms.at(-1);
    return {pages, terms, prefix: query.unfinished && last ? last.term : null};
  }

  /** Known words that are closest to those of a query that found nothing. */
  closest(text: string, count = 3): string[] {
    const found = readQuery(text).terms.flatMap(({term}) => corrections(term, this.vocabulary.counts, true, count));
    return [...new Set(found)].slice(0, count);
  }

  /** Documents with a word, by score. */
  private lookUp(term: string, prefix = false): Scores {
    if (!prefix && !this.vocabulary.has(term)) return NONE;
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
    const scores = new Map(results.map(({id, score}) => [id as number, score]));
    if (this.memory.size >= REMEMBERED) this.memory.delete(this.memory.keys().next().value!);
    this.memory.set(key, scores);
    return scores;
  }

  /** @param exact an identifier was typed that exists: then words mean themselves, and nothing that is like them */
  private matchWords(query: Query, terms: Set<string>, exact: boolean): WordMatch[] {
    const spans = exact ? NO_SPANS : this.synonymSpans(query);
    return query.terms.map(({term, at}, position) => {
      const unfinished = query.unfinished && position === query.terms.length - 1;
      const match: WordMatch = {meant: term, idf: 0, scores: new Map(), quality: new Map()};
      let holders = 0;
      const take = (scores: Scores, weight: number): void => {
        holders = Math.max(holders, scores.size);
        for (const [id, score] of scores) {
          if (score * weight > (match.scores.get(id) ?? 0)) match.scores.set(id, score * weight);
          if (weight > (match.quality.get(id) ?? 0)) match.quality.set(id, weight);
        }
      };
      const variants = this.variants(term, unfinished).slice(0, exact ? 1 : undefined);
      match.meant = variants[0]?.other ?? term;
      for (const {other, weight, prefix} of variants) {
        terms.add(other);
        take(this.lookUp(other, prefix), weight);
      }
      for (const phrase of spans.get(at) ?? []) {
        for (const word of phrase) terms.add(word);
        take(this.phrase(phrase), RULES.synonym);
      }
      match.idf = Math.log(1 + (this.documents.length - holders + 0.5) / (holders + 0.5));
      return match;
    });
  }

  /** A word as it stands, or what a reader probably meant by it. */
  private variants(term: string, unfinished: boolean): {other: string; weight: number; prefix: boolean}[] {
    const prefix = unfinished && !this.off.has('prefix');
    const known = this.vocabulary.has(term);
    const relatives = this.off.has('stems') ? [] : this.vocabulary.relatives(term);
    const own = {other: term, weight: 1, prefix};
    if (known || (prefix && this.vocabulary.hasPrefix(term))) {
      return [own, ...relatives.map((other) => ({other, weight: RULES.stemBeside, prefix: false}))];
    }
    if (relatives.length > 0) return relatives.map((other) => ({other, weight: RULES.stemInstead, prefix: false}));
    if (this.off.has('correction')) return [];
    return corrections(term, this.vocabulary.counts, unfinished).map((other, index) => ({
      other,
      weight: RULES.correction / (index + 1),
      prefix: false,
    }));
  }

  /** For each place in the query, what the synonyms file says that it may mean. */
  private synonymSpans(query: Query): Spans {
    const spans = new Map<number, (readonly string[])[]>();
    query.all.forEach((_, start) => {
      for (const {from, to} of synonymsAt(this.synonyms, query.all, start)) {
        for (const at of from.keys()) spans.set(start + at, [...(spans.get(start + at) ?? []), ...to]);
      }
    });
    return spans;
  }

  /** Documents that have all words of a phrase, by the mean of their scores. */
  private phrase(terms: readonly string[]): Scores {
    const [first = NONE, ...rest] = terms.map((term) => this.lookUp(term));
    if (rest.length === 0) return first;
    const found = new Map<number, number>();
    for (const [id, score] of first) {
      let sum = score;
      const everywhere = rest.every((scores) => {
        const other = scores.get(id);
        sum += other ?? 0;
        return other !== undefined;
      });
      if (everywhere) found.set(id, sum / terms.length);
    }
    return found;
  }

  /** What documents gain where neighbouring words of the query are written as one. */
  private joined(query: Query, terms: Set<string>): Scores {
    if (this.off.has('joined')) return NONE;
    const gains = new Map<number, number>();
    for (const {whole, from, words: length} of runs(query.all)) {
      const growing = query.unfinished && from + length === query.all.length && whole.length >= 6;
      if (!this.vocabulary.has(whole) && !(growing && this.vocabulary.hasPrefix(whole))) continue;
      terms.add(whole);
      const share = length / query.all.length;
      for (const [id, score] of this.lookUp(whole, growing)) {
        gains.set(id, Math.max(gains.get(id) ?? 0, RULES.joined * share * score));
      }
    }
    return gains;
  }

  private add(matches: readonly WordMatch[], gains: Scores): Map<number, number> {
    const scores = new Map(gains);
    for (const match of matches) {
      for (const [id, score] of match.scores) scores.set(id, (scores.get(id) ?? 0) + score);
    }
    return scores;
  }

  /** Who types a whole identifier that exists wants the places that name it. */
  private preferIdentifiers(identifiers: readonly string[], scores: Map<number, number>): void {
    if (this.off.has('joined') || identifiers.length === 0) return;
    const holders = identifiers.map((whole) => this.lookUp(whole));
    for (const [id, score] of scores) {
      if (!holders.some((holder) => holder.has(id))) scores.set(id, score * RULES.withoutIdentifier);
    }
  }

  private gather(query: Query, matches: readonly WordMatch[], scores: Scores): PageHit[] {
    const total = matches.reduce((sum, {idf}) => sum + idf, 0) || 1;
    const said = matches.map(({meant}) => meant);
    const pages = new Map<number, {covered: number[]; sections: PageHit['sections']}>();
    for (const [id, score] of scores) {
      const {page} = this.documents[id]!;
      let entry = pages.get(page);
      if (!entry) pages.set(page, (entry = {covered: matches.map(() => 0), sections: []}));
      let covered = 0;
      matches.forEach(({idf, quality}, word) => {
        const share = quality.get(id) ?? 0;
        covered += share * idf;
        if (share > entry.covered[word]!) entry.covered[word] = share;
      });
      const coverage = this.off.has('coverage') ? 1 : covered / total;
      entry.sections.push({document: id, score: score * coverage * this.headingFactor(id, said, query.unfinished)});
    }
    return [...pages]
      .map(([page, {covered, sections}]) => {
        sections.sort((a, b) => this.before(a, b, said));
        const coverage = matches.reduce((sum, {idf}, word) => sum + idf * covered[word]!, 0) / total;
        const score = this.sum(sections) * (this.off.has('coverage') ? 1 : coverage);
        return {page, score: score * this.pageFactor(page, said, query.unfinished), sections};
      })
      .filter(({score}) => score > 0)
      .sort((a, b) => b.score - a.score || a.page - b.page);
  }

  /** Best first; of several that are named as asked, the one that comes first on the page. */
  private before(a: PageHit['sections'][number], b: PageHit['sections'][number], said: readonly string[]): number {
    const named = this.isNamed(a.document, said);
    if (named && this.isNamed(b.document, said)) return a.document - b.document;
    return b.score - a.score || a.document - b.document;
  }

  private heading(id: number): string[] {
    return (this.headings[id] ??= telling(words(this.documents[id]!.heading)));
  }

  private isNamed(id: number, said: readonly string[]): boolean {
    return this.heading(id).join('') === said.join('');
  }

  private sum([first, second, third]: PageHit['sections']): number {
    const best = first?.score ?? 0;
    if (this.off.has('sections')) return best;
    return best + RULES.secondSection * (second?.score ?? 0) + RULES.thirdSection * (third?.score ?? 0);
  }

  private pageFactor(page: number, said: readonly string[], unfinished: boolean): number {
    const weight = this.off.has('weights') ? 1 : this.heads.pages[page]![5];
    if (this.off.has('phrases')) return weight;
    const factors = this.names[page]!.map((name) => nameFactor(name, said, unfinished));
    const keyword = !this.off.has('keywords') && this.keywords[page]!.includes(said.join(' '));
    return weight * Math.max(...factors, keyword ? RULES.keywordEquals : 1);
  }

  private headingFactor(id: number, said: readonly string[], unfinished: boolean): number {
    const heading = this.heading(id);
    const equals = this.isNamed(id, said);
    const row = this.documents[id]!.row && !equals ? RULES.row : 1;
    if (this.off.has('phrases') || heading.length < said.length) return row;
    if (equals) return RULES.headingContains * RULES.headingEquals;
    return containsRun(heading, said, unfinished) < 0 ? row : row * RULES.headingContains;
  }
}

function nameFactor(name: readonly string[], said: readonly string[], unfinished: boolean): number {
  if (name.join('') === said.join('')) return RULES.titleContains * RULES.titleStarts * RULES.titleEquals;
  const at = containsRun(name, said, unfinished);
  if (at < 0) return 1;
  return RULES.titleContains * (at === 0 ? RULES.titleStarts : 1);
}

function telling(all: string[]): string[] {
  const left = all.filter((term) => !isStopWord(term));
  return left.length > 0 ? left : all;
}
