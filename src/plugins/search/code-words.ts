/** What of a code block is worth finding: names, flags, paths and addresses that the prose does not have already. */
const WORD = /(?:--?)?[\p{L}_][\p{L}\p{N}_\-./:]*[\p{L}\p{N}_]/gu;
const SHORTEST = 3;
const LONGEST = 60;

/**
 * @param code the code blocks of a section
 * @param text its prose
 * @returns the distinct words of the code, in order, joined by blanks
 */
export function codeWords(code: string, text: string): string {
  const known = new Set(text.match(WORD) ?? []);
  const found = new Set<string>();
  for (const word of code.match(WORD) ?? []) {
    if (word.length < SHORTEST || word.length > LONGEST || known.has(word) || looksRandom(word)) continue;
    found.add(word);
  }
  return [...found].join(' ');
}

/** In more sections than this a word of code tells none of them apart: `curl`, `Authorization`, `application/json`. */
const COMMON = 12;

/**
 * @param codes what `codeWords` found in each section of a release
 * @param texts the prose of all its sections: what no prose has stays, so that it is found at all
 * @returns the same without the words that most examples have: 1.3 KB less in a release (brotli), and no query answered worse
 */
export function withoutCommon(codes: readonly string[], texts: readonly string[]): string[] {
  const said = new Set(texts.flatMap((text) => text.match(WORD) ?? []));
  const sections = new Map<string, number>();
  for (const word of codes.flatMap((code) => code.split(' '))) sections.set(word, (sections.get(word) ?? 0) + 1);
  const isCommon = (word: string): boolean => sections.get(word)! > COMMON && said.has(word);
  return codes.map((code) =>
    code
      .split(' ')
      .filter((word) => !isCommon(word))
      .join(' '),
  );
}

/** Ids and hashes in examples: nobody looks for them, and they pack badly. */
const looksRandom = (word: string): boolean =>
  /^[0-9a-f-]{12,}$/i.test(word) || (word.length > 20 && /\d.*\d.*\d/.test(word) && !/[./:]/.test(word));
