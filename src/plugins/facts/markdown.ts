import type {Code, Html, InlineCode, Nodes, PhrasingContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import type {Point} from '../page-problems';
import {isElementName, type Attributes} from './elements';
import {parseHtml, type Tag} from './tags';

/** How the elements of this room look in a parsed page: HTML nodes in `.md`, JSX nodes in `.mdx`. */

/** Where a node begins. A node that was made and not parsed has no place: the start of the page. */
export const startOf = (node: Nodes): Point => node.position?.start ?? {line: 1, column: 1};

/** Where the value of a code node begins: a fence has its opening line before it. */
export function startOfCode(node: Code | InlineCode): Point {
  const {line, column} = startOf(node);
  if (node.type === 'inlineCode') return {line, column: column + 1};
  const isFenced = (node.position?.end.line ?? line) - line >= node.value.split('\n').length;
  return {line: isFenced ? line + 1 : line, column};
}

/** Inline HTML is one tag a node; this is that tag when it is one of ours. */
export function ownTag(node: Html): Tag | undefined {
  const [part] = parseHtml(node.value);
  return part && 'tag' in part && isElementName(part.tag.name) ? part.tag : undefined;
}

/** The sibling that closes the element which opens at `index`; -1 when there is none. */
export function closingIndex(nodes: PhrasingContent[], index: number, name: string): number {
  return nodes.findIndex((node, at) => {
    if (at <= index || node.type !== 'html') return false;
    const tag = ownTag(node);
    return tag?.name === name && tag.kind === 'close';
  });
}

/** The tags of a paragraph that holds nothing but tables: `<Facts>` written over several lines. */
export function tablesOnly(nodes: PhrasingContent[]): {tag: Tag; node: Html}[] | null {
  const solid = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const tables = solid.flatMap((node) => {
    const tag = node.type === 'html' ? ownTag(node) : undefined;
    return node.type === 'html' && tag?.name === 'Facts' ? [{tag, node}] : [];
  });
  return tables.length > 0 && tables.length === solid.length ? tables : null;
}

/** The text inside a JSX element; alone on its line it holds a paragraph, which is unwrapped. */
export function jsxContent(node: MdxJsxFlowElement | MdxJsxTextElement): PhrasingContent[] {
  return node.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child as PhrasingContent]));
}

/** Attributes are text in both kinds of page; an expression cannot be checked before the build. */
export function jsxAttributes(node: MdxJsxFlowElement | MdxJsxTextElement) {
  const attributes: Attributes = new Map();
  const malformed: string[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') malformed.push('{...}');
    else if (typeof attribute.value === 'string') attributes.set(attribute.name, attribute.value);
    else malformed.push(attribute.name);
  }
  return {attributes, malformed};
}
