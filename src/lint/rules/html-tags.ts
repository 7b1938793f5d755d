import {visit} from 'unist-util-visit';
import {ALLOWED_TAGS} from '../../plugins/links/html-tags';
import {eachPage, lineAt} from '../rule';
import type {Rule} from '../types';

/** Markdown pages use few HTML tags; `<your-tenant>` without backticks would be one more and would vanish. */
export const htmlTags: Rule = {
  name: 'html-tags',
  check: eachPage(function* ({tree, mdx}) {
    if (mdx) {
      // MDX fails on its own when a component is not imported.
      return;
    }
    const problems: {line: number; what: string; mend: string}[] = [];
    visit(tree, 'html', (node) => {
      const html = node.value.replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
      for (const match of html.matchAll(/<\/?([A-Za-z][\w.-]*)/g)) {
        if (!ALLOWED_TAGS.has(match[1] ?? '')) {
          const line = (node.position?.start.line ?? 1) + lineAt(html, match.index) - 1;
          problems.push({line, what: `the HTML tag ${match[0]}>`, mend: 'put it in backticks'});
        }
      }
    });
    yield* problems;
  }),
};
