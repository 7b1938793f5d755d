import {dirname} from 'node:path/posix';
import {pagesOf} from '../corpus';
import {groupBy} from '../group';
import type {Page, Problem, Rule} from '../types';

/** No two pages of a release share a description, and no two of a section share a title. */
export const unique: Rule = {
  name: 'unique',
  check: function* (pages, corpus) {
    const all = pagesOf(corpus).filter((page) => !page.partial);
    yield* repeated(pages, all, 'description', (page) => page.release, 'release');
    yield* repeated(pages, all, 'title', (page) => dirname(page.file), 'section');
  },
};

function* repeated(
  checked: readonly Page[],
  all: readonly Page[],
  key: string,
  scopeOf: (page: Page) => string,
  scopeName: string,
): Generator<Problem> {
  const groups = groupBy(
    all.filter((page) => typeof page.frontMatter.data[key] === 'string'),
    (page) => `${scopeOf(page)}\n${String(page.frontMatter.data[key])}`,
  );
  for (const page of checked) {
    const group = groups.get(`${scopeOf(page)}\n${String(page.frontMatter.data[key])}`) ?? [];
    const other = group.find((candidate) => candidate !== page);
    if (other !== undefined && !page.partial) {
      yield {
        page,
        line: page.frontMatter.lineOf(key),
        what: `the ${key} is the same as in ${other.file}`,
        mend: `say what only this page of the ${scopeName} gives`,
      };
    }
  }
}
