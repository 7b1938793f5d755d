import {eachPage, lineAt} from '../rule';
import type {Rule} from '../types';

/** Words that tell a reader in trouble that it should have been no trouble, or that sell. */
const PATTERN = /\b(?:simply|just|easily|effortless(?:ly)?|seamless(?:ly)?)\b/gi;

/** Prose says what to do, not how easy it is. */
export const plainWords: Rule = {
  name: 'plain-words',
  check: eachPage(function* ({prose}) {
    for (const match of prose.matchAll(PATTERN)) {
      yield {line: lineAt(prose, match.index), what: `the word "${match[0]}"`, mend: 'leave it out'};
    }
  }),
};
