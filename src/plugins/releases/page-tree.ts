import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import GithubSlugger from 'github-slugger';
import type {Heading, Nodes, Root, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {VFile} from 'vfile';
import factsRemark from '../facts/remark';
import {parseMarkdown} from '../../lint/markdown';

/** A heading or an anchored table row, in the order of the page. */
export type Anchor = {id: string; depth: number};

/** A page as its readers get it: partials put in and facts expanded. */
export function readTree(file: string, source = readFileSync(file, 'utf8')): Root {
  const {tree} = parseMarkdown(source, file.endsWith('.mdx'));
  putPartialsIn(tree, file);
  factsRemark()(tree, new VFile({path: file, value: source}));
  return tree;
}

const IMPORTED_MARKDOWN = /import\s+(\w+)\s+from\s+['"](\.[^'"]+\.mdx?)['"]/g;

/** The partials that a text imports: name of the component and path of the file. */
export function partialsOf(source: string, file: string): [name: string, path: string][] {
  return [...source.matchAll(IMPORTED_MARKDOWN)].map(([, name = '', path = '']) => [name, join(dirname(file), path)]);
}

/** Puts the Markdown of an imported partial (`import X from './_partials/x.md'`) where `<X />` stands. */
function putPartialsIn(tree: Root, file: string): void {
  const partials = new Map(
    tree.children.flatMap((node) => (node.type === 'mdxjsEsm' ? partialsOf(node.value, file) : [])),
  );
  if (partials.size === 0) return;
  tree.children = tree.children.flatMap((node): RootContent[] => {
    const partial = node.type === 'mdxJsxFlowElement' ? partials.get(node.name ?? '') : undefined;
    if (partial === undefined || !existsSync(partial)) return [node];
    return parseMarkdown(readFileSync(partial, 'utf8'), partial.endsWith('.mdx')).tree.children;
  });
}

/**
 * The ids that the built page has: headings as Docusaurus names them, rows of facts tables, and `<a id>`.
 * tests/site compares them with the built files.
 */
export function anchorsOf(tree: Root): Anchor[] {
  const slugger = new GithubSlugger();
  const anchors: Anchor[] = [];
  walk(tree, (node) => {
    if (node.type === 'heading') anchors.push({id: headingId(node, slugger), depth: node.depth});
    else if (node.type === 'tableRow') {
      const id: unknown = node.data?.hProperties?.['id'];
      if (typeof id === 'string') anchors.push({id, depth: 7});
    } else if (node.type === 'html') {
      for (const match of node.value.matchAll(/\bid="([^"]+)"/g)) anchors.push({id: match[1] ?? '', depth: 7});
    }
  });
  return anchors;
}

/** The text of a heading without its explicit id. */
export function headingText(node: Heading): string {
  return explicitId(node).text;
}

/** The id of a heading, by the rule of Docusaurus. The slugger counts repetitions over one page. */
export function headingId(node: Heading, slugger: GithubSlugger): string {
  const {text, id} = explicitId(node);
  return id ?? slugger.slug(text);
}

function explicitId(node: Heading): {text: string; id: string | undefined} {
  const words = node.children.filter((child) => child.type !== 'html');
  const written = toString({type: 'paragraph', children: words.length > 0 ? words : node.children});
  const match = /^(.*?)\s*\{#([\w-]+)\}\s*$/s.exec(written);
  return match ? {text: match[1] ?? '', id: match[2]} : {text: written, id: undefined};
}

/** Visits all nodes in the order of the page. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}
