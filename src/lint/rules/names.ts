import {readFileSync} from 'node:fs';
import {eachPage, lineAt} from '../rule';
import type {Rule} from '../types';

/** The rule for a list of names, one a line; `#` starts a comment. */
export function namesRule(list: string): Rule {
  const names = list
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter(Boolean);
  const pattern =
    names.length > 0 ? new RegExp(`(?<!\\p{L})(?:${names.map(escape).join('|')})(?!\\p{L})`, 'giu') : undefined;
  return {
    name: 'names',
    check: eachPage(function* ({source}) {
      for (const match of pattern === undefined ? [] : source.matchAll(pattern)) {
        yield {line: lineAt(source, match.index), what: `the name ${match[0]}`, mend: 'name the role, not the person'};
      }
    }),
  };
}

/** No person's name of the deny list is on a page. */
export const names = namesRule(readFileSync(new URL('../names-denied.txt', import.meta.url), 'utf8'));

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
