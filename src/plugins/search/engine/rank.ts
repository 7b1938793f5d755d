import type {Heads} from '../shard';
import type {Document} from './documents';
import type {Matches} from './match';
import {containsRun, type Query} from './query';
import {RULES, type RuleName} from './rules';
import {isStopWord, words} from './tokenize';

/** A page that answers a query: its sections, best first. */
export interface PageHit {
  page: number;
  score: number;
  sections: Section[];
}

export interface Section {
  document: number;
  score: number;
}

/** A name without the words that say nothing, and the same as one word. */
interface Name {
  words: string[];
  whole: string;
}

/** What a query says, for comparison with names. */
interface Said extends Name, Pick<Query, 'unfinished' | 'asksMeaning'> {}

/** Orders pages and their sections by what was found in them and by how they are named. */
export class Ranking {
  /** What each page is called: its title, its label in the sidebar, the end of its address. */
  private readonly titles: Name[][];
  private readonly keywords: Name[][];
  private readonly headings: Name[];
  private readonly phrases: Name[][];
  /** How many rows each page lists, and the most that one does. */
  private readonly rows: number[];
  private readonly mostRows: number;

  constructor(
    private readonly heads: Heads,
    private readonly documents: readonly Document[],
    private readonly off: ReadonlySet<RuleName>,
  ) {
    this.titles = heads.pages.map(([path, title, , , , , label]) =>
      [title, label, path.split('/').at(-1) ?? ''].map(nameOf).filter(({whole}) => whole !== ''),
    );
    this.keywords = heads.pages.map(([, , , keywords]) => keywords.split(', ').map(nameOf));
    this.rows = heads.pages.map(() => 0);
    for (const {row, page} of documents) if (row) this.rows[page]! += 1;
    this.mostRows = Math.max(1, ...this.rows);
    this.headings = documents.map(({heading}) => nameOf(heading));
    this.phrases = documents.map(({phrases}) => (phrases === '' ? [] : phrases.split('\n').map(nameOf)));
  }

  order(matches: Matches, {unfinished, asksMeaning}: Query): PageHit[] {
    const meant = matches.words.map((word) => word.meant);
    const said = {words: meant, whole: meant.join(''), unfinished, asksMeaning};
    const total = matches.words.reduce((sum, {idf}) => sum + idf, 0) || 1;
    const pages = new Map<number, Section[]>();
    for (let document = 0; document < this.documents.length; document += 1) {
      const score = this.scoreOf(document, matches, total);
      if (score === 0) continue;
      const {page} = this.documents[document]!;
      const factor = this.headingFactor(document, said) * this.phraseFactor(document, matches, total, unfinished);
      const section = {document, score: score * factor};
      const known = pages.get(page);
      if (known) known.push(section);
      else pages.set(page, [section]);
    }
    return [...pages]
      .map(([page, sections]) => {
        sections.sort((a, b) => b.score - a.score);
        const sum = this.sum(sections);
        const placed = {...said, ofWhole: this.isOfWhole(page, said)};
        sections.sort((a, b) => this.before(a, b, placed));
        const score = sum * this.coverage(sections, matches, total) * this.pageFactor(page, said);
        return {page, score, sections};
      })
      .filter(({score}) => score > 0)
      .sort((a, b) => b.score - a.score || a.page - b.page);
  }

  /** What a section has of the query, less where it has only a part of its words. */
  private scoreOf(document: number, {words: found, gains, holders}: Matches, total: number): number {
    let score = gains[document]!;
    let covered = 0;
    for (const {scores, quality, idf} of found) {
      score += scores[document]!;
      covered += quality[document]! * idf;
    }
    if (score === 0) return 0;
    if (holders && !holders.has(document)) score *= RULES.withoutIdentifier;
    return this.off.has('coverage') ? score : (score * covered) / total;
  }

  /** The share of the query's words that some section of the page has. */
  private coverage(sections: readonly Section[], {words: found}: Matches, total: number): number {
    if (this.off.has('coverage')) return 1;
    let covered = 0;
    for (const {quality, idf} of found) {
      let best = 0;
      for (const {document} of sections) best = Math.max(best, quality[document]!);
      covered += best * idf;
    }
    return covered / total;
  }

  private sum([first, second, third]: readonly Section[]): number {
    const best = first?.score ?? 0;
    if (this.off.has('sections')) return best;
    return best + RULES.secondSection * (second?.score ?? 0) + RULES.thirdSection * (third?.score ?? 0);
  }

  /** Best first; of several that are named as asked, the one that comes first on the page; of such a page, its opening. */
  private before(a: Section, b: Section, said: Said & {ofWhole: boolean}): number {
    const named = this.isNamed(a.document, said);
    if (named !== this.isNamed(b.document, said)) return named ? -1 : 1;
    if (named) return a.document - b.document;
    return this.placeScore(b, said.ofWhole) - this.placeScore(a, said.ofWhole) || a.document - b.document;
  }

  private placeScore({document, score}: Section, ofWhole: boolean): number {
    if (this.documents[document]!.level !== 1 || this.off.has('places')) return score;
    return score * (ofWhole ? RULES.openingOfWhole : RULES.opening);
  }

  /** What the page is called has the query in it. */
  private isOfWhole(page: number, {words: sought, unfinished}: Said): boolean {
    return this.titles[page]!.some((title) => containsRun(title.words, sought, unfinished) >= 0);
  }

  private isNamed(document: number, said: Said): boolean {
    const {level, page} = this.documents[document]!;
    if (level === 1) return this.titles[page]!.some(({whole}) => whole === said.whole);
    return this.headings[document]!.whole === said.whole;
  }

  private headingFactor(document: number, said: Said): number {
    const named = this.isNamed(document, said);
    const row = this.documents[document]!.row && !named ? RULES.row : 1;
    if (this.off.has('names')) return row;
    if (named) {
      const meaning = said.asksMeaning ? RULES.definition : 1;
      return this.catalogueFactor(document) * RULES.headingContains * RULES.headingEquals * meaning;
    }
    return (
      row * (containsRun(this.headings[document]!.words, said.words, said.unfinished) < 0 ? 1 : RULES.headingContains)
    );
  }

  /** How near what readers say for a section comes to the query: the query's words in it, and few others. */
  private phraseFactor(document: number, {words: found}: Matches, total: number, unfinished: boolean): number {
    if (this.off.has('phrases')) return 1;
    let nearest = 0;
    for (const {words: phrase} of this.phrases[document]!) {
      let covered = 0;
      let shared = 0;
      found.forEach(({meant, idf}, index) => {
        const growing = unfinished && index === found.length - 1;
        if (!phrase.some((word) => word === meant || (growing && word.startsWith(meant)))) return;
        covered += idf;
        shared += 1;
      });
      nearest = Math.max(nearest, (covered / total) * (shared / phrase.length));
    }
    return 1 + RULES.phrase * nearest * nearest;
  }

  /** A table of all variables answers a name better than the excerpts of it on other pages. */
  private catalogueFactor(document: number): number {
    const {row, page} = this.documents[document]!;
    if (!row || this.off.has('catalogue')) return 1;
    return 1 + ((RULES.catalogue - 1) * this.rows[page]!) / this.mostRows;
  }

  private pageFactor(page: number, said: Said): number {
    const weight = this.off.has('weights') ? 1 : this.heads.pages[page]![5];
    if (this.off.has('names')) return weight;
    const keyword = this.off.has('keywords') ? 1 : this.keywordFactor(page, said);
    return weight * Math.max(keyword, ...this.titles[page]!.map((title) => titleFactor(title, said)));
  }

  /** More for a keyword that is the query, and a little for one that is a part of it. */
  private keywordFactor(page: number, said: Said): number {
    let within = 0;
    for (const {words: keyword, whole} of this.keywords[page]!) {
      if (whole === said.whole) return RULES.keywordEquals;
      if (whole !== '' && containsRun(said.words, keyword, false) >= 0) within = Math.max(within, keyword.length);
    }
    return 1 + (RULES.keywordWithin * within) / said.words.length;
  }
}

function titleFactor(title: Name, said: Said): number {
  if (title.whole === said.whole) return RULES.titleContains * RULES.titleStarts * RULES.titleEquals;
  const at = containsRun(title.words, said.words, said.unfinished);
  if (at < 0) {
    if (containsRun(said.words, title.words, false) < 0) return 1;
    return 1 + (RULES.titleWithin * title.words.length) / said.words.length;
  }
  const share = (said.words.length / title.words.length) ** RULES.titleShare;
  return 1 + (RULES.titleContains * (at === 0 ? RULES.titleStarts : 1) - 1) * share;
}

function nameOf(text: string): Name {
  const all = words(text);
  const telling = all.filter((term) => !isStopWord(term));
  const kept = telling.length > 0 ? telling : all;
  return {words: kept, whole: kept.join('')};
}
