import {buildCorpus, pagesOf} from './corpus';
import {createPage} from './page';
import type {Corpus, Page, Rule} from './types';

/** A corpus of files that a test spells out. */
export function corpusOf(
  files: Readonly<Record<string, string>>,
  sidebars: Readonly<Record<string, unknown>> = {},
): Corpus {
  return buildCorpus(
    process.cwd(),
    {list: () => Object.keys(files).sort(), read: (path) => files[path] ?? ''},
    new Map(Object.entries(sidebars)),
  );
}

/** What a rule finds in a corpus, as `file:line what`. */
export async function findings(
  rule: Rule,
  files: Readonly<Record<string, string>> | string,
  sidebars: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const corpus = corpusOf(typeof files === 'string' ? {'docs/page.md': files} : files, sidebars);
  const problems = await rule.check(pagesOf(corpus), corpus);
  return [...problems].map(({page, line, what}) => `${page.file}:${line} ${what}`);
}

/** A page of the next release with this text. */
export function pageOf(source: string, file = 'docs/page.md'): Page {
  return createPage(file, 'docs', source);
}

/** A fenced code block. */
export function fence(language: string, ...lines: string[]): string {
  return ['```' + language, ...lines, '```', ''].join('\n');
}
