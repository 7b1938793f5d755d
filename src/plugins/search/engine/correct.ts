import {distance} from '../../edit-distance';

/** Finds the known word that a reader most likely meant by an unknown one. */

/** Fewer letters leave too little to tell a slip from another word. */
const SHORTEST = 4;
const TWO_SLIPS_FROM = 8;

type Found = {term: string; slips: number; frequency: number};

/** Fewest slips first, then most frequent. */
const best = (found: Found[], count: number): string[] =>
  found
    .sort((a, b) => a.slips - b.slips || b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
    .slice(0, count)
    .map(({term}) => term);

/**
 * What else a reader may have meant by a word that nothing stands for: up to 3 slips in a long word, 2 in a short one, also
 * at its beginning. Too far to be searched for unasked, near enough to be offered.
 *
 * @returns up to `count` known words, best first; none for a known word
 */
export function similarWords(word: string, vocabulary: ReadonlyMap<string, number>, count: number): string[] {
  if (word.length < SHORTEST || vocabulary.has(word)) return [];
  const limit = word.length >= TWO_SLIPS_FROM ? 3 : 2;
  const found = [...vocabulary]
    .map(([term, frequency]) => ({term, frequency, slips: distance(word, term, limit)}))
    .filter(({term, slips}) => slips <= limit && term.length >= SHORTEST && /^\p{L}+$/u.test(term));
  return best(found, count);
}

/**
 * @param word an unknown word
 * @param vocabulary known words with how often they occur
 * @param unfinished the word may still be growing: then the beginning of a known word counts too
 * @returns up to `count` corrections, best first: fewest slips, then most frequent
 */
export function corrections(
  word: string,
  vocabulary: ReadonlyMap<string, number>,
  unfinished: boolean,
  count = 2,
): string[] {
  if (word.length < SHORTEST || /^\d+$/.test(word)) return [];
  const limit = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  const found: Found[] = [];
  for (const [term, frequency] of vocabulary) {
    const swapped = term[0] === word[1] && term[1] === word[0];
    if (term[0] !== word[0] && !swapped) continue;
    let slips = distance(word, term, limit);
    if (
      slips > limit &&
      unfinished &&
      term.length > word.length &&
      distance(word, term.slice(0, word.length), 1) <= 1
    ) {
      // A beginning is a weaker sign than a word: it ranks after every whole word.
      slips = limit + 1;
    } else if (slips > limit) continue;
    found.push({term, slips, frequency});
  }
  return best(found, count);
}
