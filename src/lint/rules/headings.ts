import {eachPage} from '../rule';
import type {Rule} from '../types';

/** The title is the only H1, no level is skipped, and every heading has its own text and id. */
export const headings: Rule = {
  name: 'headings',
  check: eachPage(function* ({headings: all, partial}) {
    let depth = 1;
    const texts = new Map<string, number>();
    const ids = new Map<string, number>();
    for (const heading of all) {
      const {line, text, id} = heading;
      if (heading.depth === 1 && !partial) {
        yield {line, what: 'an H1 in the body', mend: 'the title is the H1; start with ##'};
      } else if (heading.depth > depth + 1 && !(partial && depth === 1)) {
        yield {
          line,
          what: `a heading of level ${heading.depth} after level ${depth}`,
          mend: `use ${'#'.repeat(depth + 1)}`,
        };
      }
      depth = heading.depth;
      if (/\p{Extended_Pictographic}/u.test(text)) {
        yield {line, what: 'an emoji in a heading', mend: 'say it in words'};
      }
      const sameText = texts.get(text.toLowerCase());
      const sameId = ids.get(id);
      if (sameText !== undefined) {
        yield {line, what: `the heading "${text}" is on line ${sameText} too`, mend: 'give each heading its own words'};
      } else if (sameId !== undefined) {
        yield {line, what: `the id ${id} is on line ${sameId} too`, mend: 'give one of the two its own {#id}'};
      }
      texts.set(text.toLowerCase(), sameText ?? line);
      ids.set(id, sameId ?? line);
    }
  }),
};
