import type {Break, InlineCode, Link, Paragraph, PhrasingContent, Table, TableCell, Text} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';

/** Small makers of mdast nodes, so that the modules that decide what to say stay readable. */

/** Plain text. */
export const text = (value: string): Text => ({type: 'text', value});
/** A name or a value, set as code. */
export const code = (value: string): InlineCode => ({type: 'inlineCode', value});
/** A new line in the same paragraph. */
export const lineBreak = (): Break => ({type: 'break'});
/** A paragraph of inline nodes. */
export const paragraph = (children: PhrasingContent[]): Paragraph => ({type: 'paragraph', children});

/** A link, whose text must hold no other link. */
export const link = (url: string, children: PhrasingContent[]): Link => ({
  type: 'link',
  url,
  children: children as Link['children'],
});

export interface TableRowInput {
  id?: string | undefined;
  cells: PhrasingContent[][];
}

/**
 * A GFM table; a row's `id` becomes the anchor of that row in the page. From three columns on each cell has its column's
 * name as `data-label`: on a phone, where a row is a card, it stands before the value (src/css/article.css).
 */
export function table(header: string[], rows: TableRowInput[]): Table {
  const cell = (children: PhrasingContent[], label?: string): TableCell => ({
    type: 'tableCell',
    ...(label !== undefined && header.length > 2 ? {data: {hProperties: {'data-label': label}}} : {}),
    children,
  });
  return {
    type: 'table',
    align: header.map(() => null),
    children: [
      {type: 'tableRow', children: header.map((label) => cell([text(label)]))},
      ...rows.map(({id, cells}) => ({
        type: 'tableRow' as const,
        ...(id === undefined ? {} : {data: {hProperties: {id}}}),
        children: cells.map((children, index) => cell(children, header[index])),
      })),
    ],
  };
}

/** A React component around Markdown; attributes are plain strings, so that no expression is needed. */
export function component(
  name: string,
  attributes: Record<string, string>,
  children: MdxJsxFlowElement['children'],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children,
  };
}

/** Puts a separator between groups of nodes. */
export function join(groups: PhrasingContent[][], separator: () => PhrasingContent): PhrasingContent[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [separator(), ...group]));
}

/** The text that phrasing nodes show, without their marks. */
export function textOf(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      return 'children' in node ? textOf(node.children) : '';
    })
    .join('');
}

/** Neighboring texts as one node: the title of an admonition, for one, has to be a single text. */
export function mergeTexts(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.reduce<PhrasingContent[]>((merged, node) => {
    const last = merged.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      return [...merged.slice(0, -1), {...last, value: last.value + node.value}];
    }
    return [...merged, node];
  }, []);
}
