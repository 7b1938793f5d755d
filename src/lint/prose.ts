import type {Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {SKIP, visit} from 'unist-util-visit';

const WORDS_IN_FRONT_MATTER = /^(?:title|description|sidebar_label|status_note|unlisted_reason):[ \t]*(.+)$/gm;
const WORDS_IN_DIAGRAMS = /^[ \t]*acc(?:Title|Descr):[ \t]*(.+)$/gm;
const EXPLICIT_ID = /\{#[\w-]+\}[ \t]*$/;

/** The source with everything that is not prose replaced by spaces; newlines stay. */
export function maskProse(source: string, tree: Root): string {
  const kept: [start: number, end: number][] = [];
  visit(tree, (node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'link' && toString(node) === node.url.replace(/^mailto:/, '')) {
      return SKIP;
    }
    if (node.type === 'yaml') {
      keepMatches(WORDS_IN_FRONT_MATTER);
    } else if (node.type === 'code' && node.lang === 'mermaid') {
      keepMatches(WORDS_IN_DIAGRAMS);
    } else if (node.type === 'text') {
      kept.push([start, end - (EXPLICIT_ID.exec(source.slice(start, end))?.[0].length ?? 0)]);
    }
    return undefined;

    function keepMatches(pattern: RegExp): void {
      for (const match of source.slice(start, end).matchAll(pattern)) {
        const words = match[1] ?? '';
        const from = start + match.index + match[0].length - words.length;
        kept.push([from, from + words.length]);
      }
    }
  });
  return blankOutside(source, kept);
}

function blankOutside(source: string, kept: readonly (readonly [start: number, end: number])[]): string {
  let result = '';
  let position = 0;
  for (const [start, end] of [...kept].sort((a, b) => a[0] - b[0])) {
    if (start >= position) {
      result += blank(source.slice(position, start)) + source.slice(start, end);
      position = end;
    }
  }
  return result + blank(source.slice(position));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
