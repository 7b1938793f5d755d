import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';

const commonmark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective);
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective);

/** Parses a page the way Docusaurus does: CommonMark for `.md`, MDX for `.mdx`. */
export function parseMarkdown(source: string, isMdx: boolean): Root {
  return isMdx ? mdx.parse(withoutMdx1Syntax(source)) : commonmark.parse(source);
}

/** Docusaurus accepts HTML comments and `{#id}` in MDX; the parser does not. Lengths stay the same. */
function withoutMdx1Syntax(source: string): string {
  return source
    .replaceAll(/<!--([\s\S]*?)-->/g, (_match, text: string) => `{/*${text.replaceAll('*/', '  ')} */}`)
    .replaceAll(/^(#{1,6} .*)\{#([\w-]+)\}[ \t]*$/gm, '$1\\{$2}');
}
