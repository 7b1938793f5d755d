import {diffArrays} from 'diff';

/** A run of text: 0 is in both, -1 only in the older, 1 only in the newer. */
export type Part = readonly [side: -1 | 0 | 1, text: string];

/** Code in backticks is one word, so that a name is never cut in two; blanks and punctuation stand by themselves. */
const TOKENS = /`[^`]*`|\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

/** Cuts a text into what a word comparison moves as one. */
export function tokensOf(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

/** Compares two texts word by word. */
export function diffWordsOf(before: string, after: string): Part[] {
  if (before === after) return before === '' ? [] : [[0, before]];
  if (before === '') return [[1, after]];
  if (after === '') return [[-1, before]];
  return bridged(
    diffArrays(tokensOf(before), tokensOf(after)).map((change): Part => [
      change.added ? 1 : change.removed ? -1 : 0,
      change.value.join(''),
    ]),
  );
}

/**
 * "old a | blank | old b" reads better as one replacement than as two around a common blank: runs of blanks and
 * punctuation between changes join them.
 */
function bridged(parts: Part[]): Part[] {
  const result: Part[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push([-1, removed]);
    if (added !== '') result.push([1, added]);
    removed = added = '';
  };
  parts.forEach(([side, text], index) => {
    if (side === -1) removed += text;
    else if (side === 1) added += text;
    else if (/^[\s,;/-]{1,2}$/.test(text) && removed !== '' && added !== '' && index < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push([0, text]);
    }
  });
  flush();
  return result;
}

/** How much two texts share, from 0 to 1, by their words (Dice). */
export function similarity(before: string, after: string): number {
  if (before === after) return 1;
  const counts = new Map<string, number>();
  const words = (text: string) => tokensOf(text.toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token));
  const old = words(before);
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  const fresh = words(after);
  let shared = 0;
  for (const word of fresh) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return old.length + fresh.length === 0 ? 0 : (2 * shared) / (old.length + fresh.length);
}
