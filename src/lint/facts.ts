import {join} from 'node:path';
import type {Root} from 'mdast';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';
import {FactsFileError, loadFacts} from '../plugins/facts/load';
import remarkFacts from '../plugins/facts/remark';
import type {Facts} from '../plugins/facts/validate';
import type {Corpus, Page} from './types';

/** What a page's facts become when the site is built. */
export interface ExpandedFacts {
  readonly problems: readonly {line: number; message: string}[];
  /** Anchors of the rows of its tables. */
  readonly anchors: ReadonlySet<string>;
}

const expanded = new WeakMap<Page, ExpandedFacts>();

/** The facts of a release, or undefined when its data cannot be used, with its faults among those of the corpus. */
export function factsOf(releaseDir: string, corpus: Corpus): Facts | undefined {
  try {
    return loadFacts(join(corpus.root, releaseDir));
  } catch (error) {
    if (!(error instanceof FactsFileError)) {
      throw error;
    }
    error.problems.forEach((problem) => corpus.faults.add(problem));
    return undefined;
  }
}

/** Expands the facts of a page as the build does, and keeps what came of it. */
export function expandFacts(page: Page, corpus: Corpus): ExpandedFacts | undefined {
  if (factsOf(page.release, corpus) === undefined) {
    return undefined;
  }
  const known = expanded.get(page) ?? expand(page, corpus.root);
  expanded.set(page, known);
  return known;
}

function expand(page: Page, root: string): ExpandedFacts {
  const tree = structuredClone(page.tree);
  try {
    unified()
      .use(remarkFacts)
      .runSync(tree, {path: join(root, page.file), cwd: root});
    return {problems: [], anchors: anchorsOf(tree)};
  } catch (error) {
    return {problems: problemsOf(error, page), anchors: anchorsOf(tree)};
  }
}

/** The plugin fails the build with all problems of a page in one error, one a line. */
function problemsOf(error: unknown, page: Page): {line: number; message: string}[] {
  const lines = error instanceof Error ? error.message.split('\n') : [];
  const problems = lines.flatMap((text) => {
    const [, file, line, message = ''] = /^(.*?):(\d+):\d+: (.*)$/.exec(text) ?? [];
    return file === page.file ? [{line: Number(line), message}] : [];
  });
  if (problems.length === 0) {
    throw error;
  }
  return problems;
}

function anchorsOf(tree: Root): Set<string> {
  const anchors = new Set<string>();
  visit(tree, 'tableRow', ({data}) => {
    const id: unknown = (data as {hProperties?: {id?: unknown}} | undefined)?.hProperties?.id;
    if (typeof id === 'string') {
      anchors.add(id);
    }
  });
  return anchors;
}
