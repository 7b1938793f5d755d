import {eachPage} from '../rule';
import type {Page, Rule} from '../types';

/** No spaces at the end of a line, and one newline at the end of the file. */
export const whitespace: Rule = {
  name: 'whitespace',
  check: eachPage(function* (page) {
    const mend = 'run lint:docs with --fix';
    for (const index of linesWithSpaces(page)) {
      yield {line: index + 1, what: 'spaces at the end of the line', mend};
    }
    if (!/[^\n]\n$/.test(page.source)) {
      yield {line: page.lines.length, what: 'the file does not end with one newline', mend};
    }
  }),
  fix(page) {
    const lines = [...page.lines];
    for (const index of linesWithSpaces(page)) {
      lines[index] = lines[index]?.trimEnd() ?? '';
    }
    return `${lines.join('\n').trimEnd()}\n`;
  },
};

/** Code keeps its spaces: in a diff or in program output they can mean something. */
function linesWithSpaces(page: Page): number[] {
  const inCode = new Set(page.fences.flatMap(({line, code}) => code.split('\n').map((_text, index) => line + index)));
  return page.lines.flatMap((text, index) => (/[ \t]$/.test(text) && !inCode.has(index) ? [index] : []));
}
