import {checkDrift} from '../../plugins/facts/drift';
import {factsOf} from '../facts';
import {eachPage} from '../rule';
import type {Rule} from '../types';

/** The next release takes shared facts from data; snapshots are frozen together with theirs, so nothing there can drift. */
export const drift: Rule = {
  name: 'drift',
  check: eachPage(function* (page, release, corpus) {
    const data = release.name === 'next' ? factsOf(release.dir, corpus) : undefined;
    for (const {line, message, mend} of data === undefined ? [] : checkDrift(page.source, data)) {
      yield {line, what: message, mend};
    }
  }),
};
