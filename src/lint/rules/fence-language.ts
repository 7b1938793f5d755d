import {eachPage} from '../rule';
import type {Rule} from '../types';

/** What the highlighter knows and the other rules can check. */
export const LANGUAGES: ReadonlySet<string> = new Set([
  'bash', 'css', 'diff', 'dockerfile', 'go', 'html', 'http', 'ini', 'js', 'json', 'jsx', 'markdown', 'mermaid',
  'python', 'sh', 'sql', 'text', 'toml', 'ts', 'tsx', 'yaml',
]); // prettier-ignore

/** Every code block says its language. */
export const fenceLanguage: Rule = {
  name: 'fence-language',
  check: eachPage(function* ({fences}) {
    for (const {language, line} of fences) {
      if (language === undefined) {
        yield {line, what: 'a code block without a language', mend: 'write one after the fence; text when it is none'};
      } else if (!LANGUAGES.has(language)) {
        yield {line, what: `the language ${language} is not known`, mend: `use one of ${[...LANGUAGES].join(', ')}`};
      }
    }
  }),
  fix(page) {
    const lines = [...page.lines];
    for (const fence of page.fences.filter(({language}) => language === undefined)) {
      const index = fence.line - 1;
      lines[index] = (lines[index] ?? '').replace(/(`{3,}|~{3,})[ \t]*$/, '$1text');
    }
    return lines.join('\n');
  },
};
