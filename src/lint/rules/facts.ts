import {expandFacts} from '../facts';
import {eachPage} from '../rule';
import type {Rule} from '../types';

/** Tables, values, terms and source links name data that the release has. */
export const facts: Rule = {
  name: 'facts',
  check: eachPage(function* (page, _release, corpus) {
    for (const {line, message} of expandFacts(page, corpus)?.problems ?? []) {
      const [what = '', ...mends] = message.split('; ');
      yield {line, what, mend: mends.join('; ') || 'see the _facts of this release'};
    }
  }),
};
