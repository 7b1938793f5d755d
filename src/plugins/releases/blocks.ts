import {join} from 'node:path/posix';
import GithubSlugger from 'github-slugger';
import type {ListItem, Nodes, Root, RootContent} from 'mdast';
import {headingId, headingText} from './page-tree';

/** What a page says, without how it is written: the units that a comparison aligns. */
export type Block =
  | {kind: 'prose'; text: string; links: string[]}
  | {kind: 'list'; items: string[]; links: string[]}
  | {kind: 'table'; head: string[]; rows: string[][]; links: string[]}
  | {kind: 'code'; language: string; lines: string[]; links: string[]};

/** A heading and what stands below it, up to the next heading. The first section of a page may have none. */
export type Section = {id: string; depth: number; title: string; blocks: Block[]};

/** Cuts a page into sections and blocks. @param pageId resolves relative links, so that equal targets are equal */
export function sectionsOf(tree: Root, pageId: string): Section[] {
  const slugger = new GithubSlugger();
  const sections: Section[] = [{id: '', depth: 1, title: '', blocks: []}];
  const add = (nodes: readonly RootContent[], prefix: string) => {
    for (const node of nodes) {
      if (node.type === 'heading') {
        sections.push({id: headingId(node, slugger), depth: node.depth, title: headingText(node), blocks: []});
      } else if (node.type === 'containerDirective') {
        const [label, rest] = directive(node);
        add(rest, `${prefix}${label}: `);
      } else if (node.type === 'blockquote') {
        add(node.children, `${prefix}Quote: `);
      } else if (isWrapper(node)) {
        add(node.children, prefix);
      } else {
        const block = blockOf(node, prefix, pageId);
        if (block) sections.at(-1)?.blocks.push(block);
      }
    }
  };
  add(tree.children, '');
  return sections.filter(({title, blocks}) => title !== '' || blocks.length > 0);
}

function isWrapper(node: RootContent): node is Extract<RootContent, {type: 'mdxJsxFlowElement'}> {
  return node.type === 'mdxJsxFlowElement' && node.children.length > 0;
}

/** `:::note[Title]`: its label, and its content without the label. */
function directive(node: Extract<RootContent, {type: 'containerDirective'}>): [string, RootContent[]] {
  const [first, ...rest] = node.children;
  const name = node.name.charAt(0).toUpperCase() + node.name.slice(1);
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data) {
    return [`${name}, ${inline(first)}`, rest];
  }
  return [name, node.children];
}

function blockOf(node: RootContent, prefix: string, pageId: string): Block | undefined {
  const links = linksIn(node, pageId);
  switch (node.type) {
    case 'paragraph': {
      const text = inline(node);
      return text === '' ? undefined : {kind: 'prose', text: prefix + text, links};
    }
    case 'list':
      return {kind: 'list', items: node.children.flatMap((item) => itemLines(item, prefix)), links};
    case 'table': {
      const rows = node.children.map((row) => row.children.map(inline));
      return {kind: 'table', head: rows[0] ?? [], rows: rows.slice(1), links};
    }
    case 'code':
      return {kind: 'code', language: node.lang ?? '', lines: node.value.split('\n'), links};
    case 'html': {
      const text = inlineHtml(node.value);
      return text === '' ? undefined : {kind: 'prose', text: prefix + text, links};
    }
    default:
      return undefined;
  }
}

/** An item and the items below it, each as one line; the depth stays visible. */
function itemLines(item: ListItem, prefix: string): string[] {
  const own: string[] = [];
  const below: string[] = [];
  for (const child of item.children) {
    if (child.type === 'list') below.push(...child.children.flatMap((inner) => itemLines(inner, '– ')));
    else if (child.type === 'code') below.push(...child.value.split('\n').map((line) => `\`${line}\``));
    else if ('children' in child || child.type === 'html') own.push(inline(child));
  }
  return [prefix + own.filter((text) => text !== '').join(' '), ...below];
}

/** The words of a node; code keeps its backticks, since a name and a word differ. */
export function inline(node: Nodes): string {
  return rawInline(node).replace(/\s+/g, ' ').trim();
}

function rawInline(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'break':
      return ' ';
    case 'html':
      return inlineHtml(node.value);
    case 'image':
      return node.alt ? `[image: ${node.alt}]` : '';
    case 'code':
      return node.value;
    default:
      return 'children' in node ? node.children.map(rawInline).join(node.type === 'tableRow' ? ' | ' : '') : '';
  }
}

function inlineHtml(value: string): string {
  return value
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .trim();
}

/** Where the links of a block lead: pages of the release by id, the rest as written. */
function linksIn(node: Nodes, pageId: string): string[] {
  const links: string[] = [];
  const visit = (child: Nodes) => {
    if (child.type === 'link' || child.type === 'image') links.push(linkTarget(child.url, pageId));
    if ('children' in child) child.children.forEach(visit);
  };
  visit(node);
  return links;
}

function linkTarget(url: string, pageId: string): string {
  if (/^([a-z][\w+.-]*:|\/|#|@)/i.test(url)) return url;
  return join(pageId, '..', url).replace(/\.mdx?(?=$|#|\?)/, '');
}
