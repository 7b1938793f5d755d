import type {Rule} from '../types';
import {checkSpelling} from '../spell-checker';
import {lineAt} from '../rule';

/** Words are in the dictionary of American English, or in the project's own (`src/lint/words.txt`). */
export const spelling: Rule = {
  name: 'spelling',
  async check(pages, corpus) {
    const problems = [];
    for (const page of pages) {
      for (const {word, offset, american} of await checkSpelling(page.prose, corpus.root)) {
        problems.push({
          page,
          line: lineAt(page.source, offset),
          what: `the word "${word}"`,
          mend:
            american === undefined
              ? 'spell it right, put code in backticks, or add it to src/lint/words.txt'
              : `write ${american}`,
        });
      }
    }
    return problems;
  },
  async fix(page, root) {
    let {source} = page;
    for (const {word, offset, american} of (await checkSpelling(page.prose, root)).reverse()) {
      if (american !== undefined) {
        source = source.slice(0, offset) + american + source.slice(offset + word.length);
      }
    }
    return source;
  },
};
