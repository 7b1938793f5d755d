import type {Answer} from './engine';
import {chunks, isStopWord} from './tokenize';

/**
 * Marks around found words, as two letters of Unicode's private area: no text has them, and they are no markup, so what
 * is shown can be escaped first and marked after.
 */
export const OPEN = '\ue000';
export const CLOSE = '\ue001';

type Sought = Pick<Answer, 'terms' | 'prefix'>;
type Range = [from: number, to: number];

/** Where the sought words stand in a text, neighbours joined. */
function rangesOf(text: string, {terms, prefix}: Sought): Range[] {
  const ranges: Range[] = [];
  const found = (from: number, to: number): void => {
    const last = ranges.at(-1);
    if (last && from <= last[1] + 1 && !/\s/.test(text.slice(last[1], from))) last[1] = to;
    else ranges.push([from, to]);
  };
  for (const chunk of chunks(text)) {
    if (chunk.wholes.some((whole) => terms.has(whole))) {
      found(chunk.at, chunk.at + chunk.raw.length);
      continue;
    }
    for (const {term, at, length} of chunk.parts) {
      if (isStopWord(term)) continue;
      if (terms.has(term)) found(at, at + length);
      else if (prefix && term.startsWith(prefix)) found(at, at + Math.min(length, prefix.length));
    }
  }
  return ranges;
}

function mark(text: string, ranges: readonly Range[]): string {
  let marked = '';
  let done = 0;
  for (const [from, to] of ranges) {
    marked += text.slice(done, from) + OPEN + text.slice(from, to) + CLOSE;
    done = to;
  }
  return marked + text.slice(done);
}

/** A whole text with what was sought in it marked by OPEN and CLOSE. */
export const highlight = (text: string, sought: Sought): string => mark(text, rangesOf(text, sought));

/** A table of hundreds of lines is not read to its end for one line of a result. */
const LOOKED_AT = 4000;

/** About so many letters of a text, around the place where most of the sought words are near each other. */
export function snippet(text: string, sought: Sought, length = 140): string {
  const flat = text.slice(0, LOOKED_AT).replace(/\n+/g, ' · ');
  const ranges = rangesOf(flat, sought);
  let best = 0;
  let most = 0;
  ranges.forEach(([from], index) => {
    let within = 0;
    while (index + within < ranges.length && ranges[index + within]![1] <= from + length) within += 1;
    if (within > most) {
      most = within;
      best = from;
    }
  });
  const from = wordStart(flat, Math.max(0, best - Math.round(length / 4)));
  const to = wordEnd(flat, from + length);
  const cut = ranges
    .filter((range) => range[0] >= from && range[1] <= to)
    .map(([start, end]): Range => [start - from, end - from]);
  return `${from > 0 ? '… ' : ''}${mark(flat.slice(from, to), cut)}${to < flat.length ? ' …' : ''}`;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.indexOf(' ', at);
  return blank < 0 ? at : blank + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', at);
  return blank <= 0 ? at : blank;
}
