import type {Html, Nodes, Root} from 'mdast';
import type {VFile} from 'vfile';
import {parseHtml} from '../facts/tags';
import {failOn, pointInside, type PageProblem} from '../page-problems';

/**
 * `.md` pages are CommonMark, where `<ws-id>` in a sentence is an HTML tag that the browser drops
 * without a word. Only tags that a page of this site has a use for may stand in one.
 */
export const ALLOWED_TAGS: ReadonlySet<string> = new Set([
  ...['details', 'summary', 'br', 'sub', 'sup', 'kbd', 'a', 'img'],
  // Expanded by the facts room, which reports its own mistakes.
  ...['Facts', 'Fact', 'Term', 'Source'],
]);

/** Every tag of a parsed page that is not allowed, with its place and its mend. */
export function findUnknownTags(tree: Root): PageProblem[] {
  const problems: PageProblem[] = [];
  visitHtml(tree, (node) => {
    const start = node.position?.start ?? {line: 1, column: 1};
    for (const part of parseHtml(node.value)) {
      if (!('tag' in part) || ALLOWED_TAGS.has(part.tag.name)) continue;
      const {name, kind, offset, end} = part.tag;
      // A closing tag repeats what its opening tag has said already.
      if (kind === 'close' && problems.some(({message}) => message.startsWith(`<${name}`))) continue;
      const written = node.value.slice(offset, end);
      problems.push({
        ...pointInside(start, node.value, offset),
        message: `${written} would be an unknown HTML tag; put ${written} in backticks`,
      });
    }
  });
  return problems;
}

function visitHtml(node: Nodes, visit: (html: Html) => void): void {
  if (node.type === 'html') visit(node);
  if ('children' in node) for (const child of node.children) visitHtml(child, visit);
}

/** Fails the build of a page that has such a tag. An `.mdx` page has no HTML nodes, so it passes. */
export default function remarkHtmlTags() {
  return (tree: Root, file: VFile): void => failOn(findUnknownTags(tree), file);
}
