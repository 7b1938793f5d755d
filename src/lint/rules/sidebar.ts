import {eachPage} from '../rule';
import type {Rule} from '../types';

/** Every page can be reached from the sidebar, or says why it is unlisted. */
export const sidebar: Rule = {
  name: 'sidebar',
  check: eachPage(function* (page, release, corpus) {
    if (page.partial) {
      return;
    }
    if (release.sidebar === undefined) {
      corpus.notes.add(`${release.dir} has no sidebar file yet, so rule sidebar was skipped there`);
      return;
    }
    const unlisted = page.frontMatter.data.unlisted === true;
    const inSidebar = release.sidebar.has(page.id);
    if (!inSidebar && !unlisted) {
      yield {
        line: 1,
        what: `${page.id} is not in the sidebar of ${release.name}`,
        mend: 'add it there, or set unlisted: true and unlisted_reason',
      };
    } else if (inSidebar && unlisted) {
      yield {
        line: page.frontMatter.lineOf('unlisted'),
        what: 'unlisted, but in the sidebar',
        mend: 'remove one of the two',
      };
    }
  }),
};
