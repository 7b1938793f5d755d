import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import type {SyntaxFault} from './types';

const commonmark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective);
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective);

/** A parsed page; when it does not parse, an empty tree and the reason. */
export interface Parsed {
  readonly tree: Root;
  readonly fault: SyntaxFault | undefined;
}

/** Parses a page the way Docusaurus does: CommonMark for `.md`, which takes every text, and MDX for `.mdx`. */
export function parseMarkdown(source: string, isMdx: boolean): Parsed {
  if (!isMdx) {
    return {tree: commonmark.parse(source), fault: undefined};
  }
  try {
    return {tree: mdx.parse(withoutMdx1Syntax(source)), fault: undefined};
  } catch (error) {
    const {line = 1, reason = String(error)} = error as {line?: number; reason?: string};
    return {tree: {type: 'root', children: []}, fault: {line, message: reason}};
  }
}

/** Docusaurus accepts HTML comments and `{#id}` in MDX; the parser does not. Lengths stay the same. */
function withoutMdx1Syntax(source: string): string {
  return source
    .replaceAll(/<!--([\s\S]*?)-->/g, (_match, text: string) => `{/*${text.replaceAll('*/', '  ')} */}`)
    .replaceAll(/^(#{1,6} .*)\{#([\w-]+)\}[ \t]*$/gm, '$1\\{$2}');
}
