import {eras, everyRelease} from '../eras';
import {eachPage} from '../rule';
import type {Rule} from '../types';

/** A page tells only what its release had; links to pages of later releases are dead links, which rule links finds. */
export const era: Rule = {
  name: 'era',
  check: eachPage(function* (page, release) {
    for (const {pattern, name, reason} of [...everyRelease, ...(eras[release.name] ?? [])]) {
      for (const [index, text] of page.lines.entries()) {
        if (pattern.test(text)) {
          yield {line: index + 1, what: `${name} in ${release.name}: ${reason}`, mend: 'say what this release has'};
        }
      }
    }
  }),
};
