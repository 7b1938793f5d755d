import type {Corpus, Page, Problem, Release, Rule} from './types';

type PageProblem = Omit<Problem, 'page'>;

/** A rule's `check` from a check of one page. */
export function eachPage(
  check: (page: Page, release: Release, corpus: Corpus) => Iterable<PageProblem>,
): Rule['check'] {
  return function* checkAll(pages, corpus) {
    for (const page of pages) {
      for (const problem of check(page, releaseOf(page, corpus), corpus)) {
        yield {page, ...problem};
      }
    }
  };
}

/** The release of a page; a page without one means that the corpus was built wrong. */
export function releaseOf(page: Page, corpus: Corpus): Release {
  const release = corpus.releases.get(page.release);
  if (release === undefined) {
    throw new Error(`${page.file} belongs to ${page.release}, which was not loaded.`);
  }
  return release;
}

/** The 1-based line of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) {
    line += 1;
  }
  return line;
}
