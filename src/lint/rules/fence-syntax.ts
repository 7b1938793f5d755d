import {groupBy} from '../group';
import {parsers} from '../snippets';
import type {Fence, Page, Problem, Rule} from '../types';

/** `{{table.key.field}}` becomes a value when the site is built; a word stands for it here. */
const FACT = /\{\{[^{}]+\}\}/g;

/** Code blocks parse: what a reader copies must at least be valid in its language. */
export const fenceSyntax: Rule = {
  name: 'fence-syntax',
  async check(pages, corpus) {
    const problems: Problem[] = [];
    for (const [language, parse] of Object.entries(parsers)) {
      const places = snippetsOf(pages, language);
      if (places.size === 0) {
        continue;
      }
      const faults = await parse([...places.keys()]);
      if (faults === undefined) {
        corpus.notes.add(`the parser of ${language} is not installed, so ${language} blocks were not checked`);
        continue;
      }
      [...places.values()].forEach((sharedBy, index) => {
        const fault = faults[index];
        if (fault !== undefined) {
          const what = `the ${language} does not parse: ${fault.message}`;
          const mend = 'correct it, or use a text block when it is not meant to be complete';
          problems.push(
            ...sharedBy.map(({page, fence}) => ({page, line: fence.line + lineInside(fence, fault.line), what, mend})),
          );
        }
      });
    }
    return problems;
  },
};

/** Each different snippet once: releases share most of theirs. */
function snippetsOf(pages: readonly Page[], language: string): Map<string, {page: Page; fence: Fence}[]> {
  const snippets = pages.flatMap((page) =>
    page.fences.filter((fence) => fence.language === language).map((fence) => ({page, fence})),
  );
  return groupBy(snippets, ({fence}) => fence.code.replaceAll(FACT, 'fact'));
}

/** A parser that waits for more names the line after the last one. */
function lineInside({code}: Fence, line: number): number {
  return Math.min(line, code.split('\n').length);
}
