const ENDINGS = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'ions',
  'ion',
  'ers',
  'ies',
  'ied',
  'ed',
  'er',
  'es',
  'al',
  'ly',
  'e',
  'y',
];
const SHORTEST_STEM = 4;

/**
 * A simple stem, used only to find other known forms of a word that a reader typed: `hibernating` finds `hibernate`.
 * The index itself holds whole words, because stems would break prefixes.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM)
      return undouble(word.slice(0, -ending.length));
  }
  return word;
}

/** `stopping` is `stop`, but `install` keeps its ending. */
const undouble = (word: string): string => (/([bdgkmnprt])\1$/.test(word) ? word.slice(0, -1) : word);
