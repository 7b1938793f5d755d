/**
 * Words of a text as the index and the queries know them. One rule set for both sides, so that what is written one way
 * is found written another: `pushNotifications`, `push_notifications` and `push notifications` share their words, and
 * the first two also the joined whole `pushnotification`.
 */

/** A run of letters and digits that may hold the signs of identifiers, paths and addresses inside. */
const CHUNK = /[\p{L}\p{N}_](?:[\p{L}\p{N}_\-./:]*[\p{L}\p{N}_])?/gu;
const SIGNS = /[_\-./:]+/;
/** Borders inside camelCase; a digit stays with the letters before it (a2a, ec2). */
const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=[\p{Lu}\p{N}])(?=\p{Lu}\p{Ll})/u;
/** Longer wholes are addresses that nobody types. */
const MAX_PARTS = 8;
const MAX_LENGTH = 40;

export interface Chunk {
  /** As written. */
  raw: string;
  at: number;
  /** Its words, and where each begins in the text. */
  parts: {term: string; at: number; length: number}[];
  /** All of it and each path segment, joined; only where that differs from the parts. */
  wholes: string[];
}

/** Lower case, without accents, without a plural ending. */
export function normalize(word: string): string {
  let term = word.toLowerCase();
  if (/[^\p{ASCII}]/u.test(term)) term = term.normalize('NFD').replace(/\p{M}/gu, '');
  return singular(term);
}

function singular(term: string): string {
  if (term.length < 4 || !term.endsWith('s') || /(?:ss|us|is)$/.test(term)) return term;
  if (term.endsWith('ies') && term.length > 4) return `${term.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(term)) return term.slice(0, -2);
  return term.slice(0, -1);
}

/** The runs of letters, digits and signs of identifiers in a text, in order. */
export function chunks(text: string): Chunk[] {
  const found: Chunk[] = [];
  for (const match of text.matchAll(CHUNK)) {
    const chunk = readChunk(match[0], match.index);
    if (chunk.parts.length > 0) found.push(chunk);
  }
  return found;
}

function readChunk(raw: string, at: number): Chunk {
  const parts: Chunk['parts'] = [];
  const segments: string[] = [];
  let offset = 0;
  for (const segment of raw.split(/(\/+)/)) {
    const before = parts.length;
    if (!segment.startsWith('/')) addParts(segment, at + offset, parts);
    if (parts.length - before > 1) segments.push(join(parts.slice(before)));
    offset += segment.length;
  }
  const wholes = new Set<string>(segments.filter((whole) => whole.length <= MAX_LENGTH));
  if (parts.length > 1 && parts.length <= MAX_PARTS) {
    const whole = join(parts);
    if (whole.length <= MAX_LENGTH) wholes.add(whole);
  }
  return {raw, at, parts, wholes: [...wholes]};
}

function addParts(segment: string, at: number, parts: Chunk['parts']): void {
  let offset = 0;
  for (const piece of segment.split(/([_\-.:]+)/)) {
    if (piece !== '' && !SIGNS.test(piece)) {
      let start = at + offset;
      for (const word of camelWords(piece)) {
        parts.push({term: normalize(word), at: start, length: word.length});
        start += word.length;
      }
    }
    offset += piece.length;
  }
}

/** `GitHub` is git and hub; `OAuth` and `iPhone` stay one word, since one letter is none. */
function camelWords(piece: string): string[] {
  const words = piece.split(CAMEL);
  return words.length > 1 && words.some((word) => word.length < 2) ? [piece] : words;
}

const join = (parts: readonly {term: string}[]): string => parts.map(({term}) => term).join('');

/** Every term of a text, in order: words and joined wholes. */
export function tokenize(text: string): string[] {
  return chunks(text).flatMap(({parts, wholes}) => [...parts.map(({term}) => term), ...wholes]);
}

/** Only the words of a text, in order: what phrases are compared by. */
export function words(text: string): string[] {
  return chunks(text).flatMap(({parts}) => parts.map(({term}) => term));
}

/** The last of them are what is left of `agent's` and `doesn't`. */
const STOP = new Set(
  (
    'a about am an and any are as at be been but by can could did do does for from had has have how i if in into is it ' +
    'its me my of on or our please should so some than that the their them then there these they this those to was we ' +
    'were what when where which who whom why will with would you your s t re ve ll don doesn isn'
  )
    .split(' ')
    .map(normalize),
);

/** Whether a word, as `normalize` leaves it, says nothing by itself. */
export const isStopWord = (term: string): boolean => STOP.has(term);
