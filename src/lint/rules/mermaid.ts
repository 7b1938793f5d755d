import {eachPage} from '../rule';
import type {Rule} from '../types';

const REFUSED: readonly (readonly [pattern: RegExp, what: string, mend: string])[] = [
  [/<(?!br\s*\/?>)\/?[a-z][^>]*>/i, 'HTML in a diagram', 'only <br/> is drawn the same everywhere'],
  [/%%\{/, 'an init directive in a diagram', 'the theme of the site styles diagrams'],
  [/^\s*(?:style|classDef|linkStyle|class)\s/, 'a style in a diagram', 'the theme of the site styles diagrams'],
  [/^\s*click\s/, 'a click in a diagram', 'put the link into the text'],
];

/** Diagrams have a text alternative, and leave colors and actions to the site. */
export const mermaid: Rule = {
  name: 'mermaid',
  check: eachPage(function* ({fences}) {
    for (const {code, line} of fences.filter(({language}) => language === 'mermaid')) {
      for (const key of ['accTitle', 'accDescr']) {
        if (!new RegExp(`^\\s*${key}\\s*[:{]`, 'm').test(code)) {
          yield {line, what: `a diagram without ${key}`, mend: `write \`${key}: …\` below the type of the diagram`};
        }
      }
      for (const [index, text] of code.split('\n').entries()) {
        for (const [, what, mend] of REFUSED.filter(([pattern]) => pattern.test(text))) {
          yield {line: line + index + 1, what, mend};
        }
      }
    }
  }),
};
