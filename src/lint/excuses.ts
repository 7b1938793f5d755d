import type {Page} from './types';

/** `lint-ok: rule reason` in a comment; it covers the block that follows. */
export interface Excuse {
  readonly rule: string;
  readonly reason: string;
  readonly line: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

const COMMENT = /(?:<!--|\{\/\*)\s*lint-ok:\s*(\S*)\s*(.*?)\s*(?:-->|\*\/\})/;
/** Front matter is YAML, whose comments look different. */
const YAML_COMMENT = /^#\s*lint-ok:\s*(\S*)\s*(.*?)\s*$/;

/** All excuses of a page. */
export function excusesOf(page: Page): Excuse[] {
  if (!page.source.includes('lint-ok:')) {
    return [];
  }
  const yamlEnd = page.tree.children.find((node) => node.type === 'yaml')?.position?.end.line ?? 0;
  return page.lines.flatMap((text, index) => {
    const line = index + 1;
    const match = (line <= yamlEnd ? YAML_COMMENT : COMMENT).exec(text);
    if (match === null) {
      return [];
    }
    const [, rule = '', reason = ''] = match;
    return [
      {rule, reason, line, firstLine: line + 1, lastLine: line <= yamlEnd ? line + 1 : lastLineOfNext(page, line)},
    ];
  });
}

function lastLineOfNext(page: Page, line: number): number {
  const next = page.tree.children.find((node) => (node.position?.start.line ?? 0) > line);
  const startsRightAfter = page.lines
    .slice(line, (next?.position?.start.line ?? line) - 1)
    .every((text) => text.trim() === '');
  return startsRightAfter ? (next?.position?.end.line ?? line + 1) : line + 1;
}
