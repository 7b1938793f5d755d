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

/** Ids and hashes in examples: nobody looks for them, and they pack badly. */
const looksRandom = (word: string): boolean =>
  /^[0-9a-f-]{12,}$/i.test(word) || (word.length > 20 && /\d.*\d.*\d/.test(word) && !/[./:]/.test(word));
