import {parseMarkdown} from '../../lint/markdown';

/** A top-level block of a page as it is written, and the heading that it stands under. */
export type SourceBlock = {text: string; line: number; heading: string; start: number; end: number};

/** Cuts the source of a page into its top-level blocks. What is between them is blank. */
export function sourceBlocks(source: string, isMdx: boolean): SourceBlock[] {
  let heading = '';
  return parseMarkdown(source, isMdx).tree.children.map((node) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const text = source.slice(start, end);
    if (node.type === 'heading') heading = text;
    return {text, line: node.position?.start.line ?? 1, heading, start, end};
  });
}
