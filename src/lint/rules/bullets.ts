import {visit} from 'unist-util-visit';
import {eachPage} from '../rule';
import type {Page, Rule} from '../types';

/** Lists use `-`. */
export const bullets: Rule = {
  name: 'bullets',
  check: eachPage(function* (page) {
    for (const index of otherBullets(page)) {
      yield {line: index + 1, what: 'a list with another bullet than -', mend: 'run lint:docs with --fix'};
    }
  }),
  fix(page) {
    const lines = [...page.lines];
    for (const index of otherBullets(page)) {
      lines[index] = (lines[index] ?? '').replace(/^([\s>]*)[*+](?=\s|$)/, '$1-');
    }
    return lines.join('\n');
  },
};

function otherBullets(page: Page): number[] {
  const indexes: number[] = [];
  visit(page.tree, 'listItem', (item) => {
    const index = (item.position?.start.line ?? 1) - 1;
    if (/^[\s>]*[*+](?:\s|$)/.test(page.lines[index] ?? '')) {
      indexes.push(index);
    }
  });
  return indexes;
}
