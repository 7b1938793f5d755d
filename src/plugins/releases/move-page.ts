import {dirname, join, relative} from 'node:path/posix';
import {escapeRegexp} from '@docusaurus/utils';
import type {Contract} from './contract';
import {formatJson} from './files';

/** Where a page goes, as paths of files inside the release. */
export type Move = {from: string; to: string};

const LINK = /(\]\(\s*<?|^\s*\[[^\]]+\]:\s*|\b(?:href|src)=["'])([^\s)>"']+)/gm;

/**
 * Rewrites the relative links of one file for a move.
 *
 * @param file the file's path before the move
 * @returns its text after the move; the same text when nothing in it refers to the page
 */
export function moveLinks(source: string, file: string, {from, to}: Move): string {
  const place = file === from ? to : file;
  return source.replace(LINK, (whole, lead: string, url: string) => {
    if (/^([a-z][\w+.-]*:|\/|#|@)/i.test(url)) return whole;
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(url) ?? [];
    if (path === '') return whole;
    const target = join(dirname(file), path);
    const isMoved = target === from;
    if (!isMoved && place === file) return whole;
    return lead + relativeLink(place, isMoved ? to : target) + rest;
  });
}

function relativeLink(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/**
 * Rewrites a page id in a file of facts. Only `search-phrases.json` names pages, as the keys of its outer list, a line each;
 * the same word elsewhere is an anchor, a runtime or a group of tools.
 */
export function moveKey(source: string, from: string, to: string): string {
  return source.replace(new RegExp(`^( {4})"${escapeRegexp(from)}":`, 'm'), `$1"${to}":`);
}

/**
 * Rewrites a page id in the contract of next: the key of its aliases, and where it is a successor. What is gone keeps the
 * name under which it was promised.
 *
 * @returns the text of the contract; the same text when nothing in it names the page
 */
export function moveInContract(source: string, from: string, to: string): string {
  const contract = JSON.parse(source) as Partial<Contract>;
  const moved = (id: string) => (id === from ? to : id);
  const {anchors, tombstones} = contract;
  const changed = {
    ...contract,
    ...(anchors && {anchors: mapEntries(anchors, (id, aliases) => [moved(id), aliases])}),
    ...(tombstones && {
      tombstones: mapEntries(tombstones, (what, {successor, ...more}) => {
        const [id = '', ...anchor] = successor.split('#');
        return [what, {...more, successor: [moved(id), ...anchor].join('#')}];
      }),
    }),
  };
  return JSON.stringify(changed) === JSON.stringify(contract) ? source : formatJson(changed);
}

function mapEntries<Value>(
  record: Readonly<Record<string, Value>>,
  change: (key: string, value: Value) => [string, Value],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => change(key, value)));
}

/** Rewrites a page id where it stands quoted, as in a sidebar, or as the `successor` of a page. */
export function moveId(source: string, from: string, to: string): string {
  const id = escapeRegexp(from);
  return source
    .replace(new RegExp(`(['"\`])${id}\\1`, 'g'), `$1${to}$1`)
    .replace(new RegExp(`^(successor:\\s*)${id}\\s*$`, 'm'), `$1${to}`);
}
