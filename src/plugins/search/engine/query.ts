import {chunks, isStopWord} from './tokenize';

/** A query, read once. */
export interface Query {
  /** All its words, in order. */
  all: string[];
  /** Its words without those that say nothing, with their places in `all`. */
  terms: {term: string; at: number}[];
  /** The joined wholes of the identifiers in it. */
  identifiers: string[];
  /** The last word may still be growing. */
  unfinished: boolean;
  /** `what is a bundle`: the reader wants the place that is about the thing itself. */
  asksMeaning: boolean;
}

const ASKS_MEANING = /^\s*(?:what(?:'s| is| are| does)|define|definition of|meaning of)\b/i;

/** Nobody types more; a pasted log must not cost a second. */
const MAX_LETTERS = 200;
const MAX_WORDS = 16;

/** Reads what a person typed; beyond 200 letters and 16 words nothing counts. */
export function readQuery(text: string): Query {
  const typed = text.slice(0, MAX_LETTERS);
  const read = chunks(typed);
  const all = read.flatMap(({parts}) => parts.map(({term}) => term)).slice(0, MAX_WORDS);
  const said = all.map((term, at) => ({term, at}));
  const telling = said.filter(({term}) => !isStopWord(term));
  return {
    all,
    terms: telling.length > 0 ? telling : said,
    identifiers: read.flatMap(({parts, wholes}) => (parts.length > 1 ? [wholes.at(-1) ?? ''] : [])).filter(Boolean),
    asksMeaning: ASKS_MEANING.test(typed),
    unfinished: /[\p{L}\p{N}]$/u.test(typed),
  };
}

/** Runs of two to six neighbouring words, which may be written as one elsewhere: `web hook` and `webhook`. */
export function runs(words: readonly string[]): {whole: string; from: number; words: number}[] {
  const found = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 2; length <= 6 && from + length <= words.length; length += 1) {
      found.push({whole: words.slice(from, from + length).join(''), from, words: length});
    }
  }
  return found;
}

/** Whether `words` holds `sought` in a row; the last of those may be a beginning. */
export function containsRun(words: readonly string[], sought: readonly string[], unfinished: boolean): number {
  const last = sought.length - 1;
  for (let start = 0; start + last < words.length; start += 1) {
    const fits = sought.every((term, index) => {
      const word = words[start + index]!;
      return word === term || (unfinished && index === last && word.startsWith(term));
    });
    if (fits) return start;
  }
  return -1;
}
