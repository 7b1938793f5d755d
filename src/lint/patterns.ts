import {eachPage} from './rule';
import type {Rule} from './types';

/** Something that must not stand on a line. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly what: (found: string) => string;
  readonly mend: string;
}

/** A `check` that looks for patterns on every line, code included. Patterns need the `g` flag. */
export function noneOf(patterns: readonly Pattern[]): Rule['check'] {
  return eachPage(function* ({lines}) {
    for (const [index, text] of lines.entries()) {
      for (const {pattern, what, mend} of patterns) {
        for (const match of text.matchAll(pattern)) {
          yield {line: index + 1, what: what(match[0]), mend};
        }
      }
    }
  });
}
