import {dirname, join} from 'node:path/posix';
import {eachPage} from '../rule';
import type {Page, Rule} from '../types';

const FOREIGN_IMPORT = /from\s+['"](@site\/(?:docs|versioned_docs|static)[^'"]*)['"]/;

/** A release is frozen as one folder, so a page of it may not reach outside that folder. */
export const releaseBounds: Rule = {
  name: 'release-bounds',
  check: eachPage(function* (page, release) {
    const mend = 'use a relative link to a file of this release';
    for (const {url, kind, line} of page.links) {
      if (/^@site\b/.test(url) || /^\/docs(?:\/|$|#|\?)/.test(url)) {
        yield {line, what: `${url} does not stay in this release`, mend};
      } else if (kind === 'image' && url.startsWith('/')) {
        yield {
          line,
          what: `the image ${url} is not in this release`,
          mend: 'put it beside the page and use a relative path',
        };
      } else if (isRelative(url) && !join(dirname(page.file), url).startsWith(`${release.dir}/`)) {
        yield {line, what: `${url} leaves ${release.dir}`, mend};
      }
    }
    yield* importProblems(page);
  }),
};

function* importProblems(page: Page): Generator<{line: number; what: string; mend: string}> {
  if (!page.mdx) {
    return;
  }
  for (const node of page.tree.children) {
    const [, from] = (node.type === 'mdxjsEsm' ? FOREIGN_IMPORT.exec(node.value) : null) ?? [];
    if (from !== undefined) {
      yield {
        line: node.position?.start.line ?? 1,
        what: `an import from ${from}`,
        mend: 'import from a relative path inside this release',
      };
    }
  }
}

function isRelative(url: string): boolean {
  return !/^(?:[a-z][\w+.-]*:|\/|#|@)/i.test(url);
}
