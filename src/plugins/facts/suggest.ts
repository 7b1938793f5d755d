import {distance} from '../edit-distance';

/** A mistake in what a page asks of the facts; the message carries its mend. */
export class FactError extends Error {}

/** ` (did you mean "x"?)` when a known name is close to what was written, else nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(written.length / 4)) + 1;
  for (const candidate of known) {
    const slips = distance(written.toLowerCase(), candidate.toLowerCase(), bestDistance - 1);
    if (slips < bestDistance) {
      best = candidate;
      bestDistance = slips;
    }
  }
  return best === undefined ? '' : ` (did you mean "${best}"?)`;
}
