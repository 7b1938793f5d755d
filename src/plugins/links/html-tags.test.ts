import {describe, expect, test} from '@jest/globals';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFile} from 'vfile';
import remarkHtmlTags, {findUnknownTags} from './html-tags';

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const places = (markdown: string) =>
  findUnknownTags(parse(markdown)).map(({line, column, message}) => `${line}:${column} ${message.split(' ')[0]}`);

describe('findUnknownTags', () => {
  test.each([
    ['Use <ws-id> here', ['1:5 <ws-id>']],
    ['Text\n\n- item\n- `<ok>` and <your-tenant>', ['4:14 <your-tenant>']],
    ['| a |\n|---|\n| <id> |', ['3:3 <id>']],
    ['<div>\n  <custom-one>\n</div>', ['1:1 <div>', '2:3 <custom-one>']],
    ['<script>alert(1)</script>', ['1:1 <script>']],
    ['# Title <x>', ['1:9 <x>']],
  ])('%s', (markdown, found) => {
    expect(places(markdown)).toEqual(found);
  });

  test('what pages may use, and what is not a tag, passes', () => {
    const markdown = [
      '<details>\n<summary>More</summary>\n\nText<br/>H<sub>2</sub>O <kbd>Esc</kbd>\n\n</details>',
      '<!-- <ws-id> -->',
      '<Facts table="hosts" />',
      'A <Term name="x">y</Term>, `<ws-id>`, a < b, <https://example.org>',
      '```html\n<ws-id>\n```',
    ].join('\n\n');
    expect(places(markdown)).toEqual([]);
  });
});

test('the build stops with file, line, column and mend', () => {
  const file = new VFile({path: '/site/docs/a.md', cwd: '/site'});
  expect(() => remarkHtmlTags()(parse('One\ntwo <ws-id>'), file)).toThrow(
    'docs/a.md:2:5: <ws-id> would be an unknown HTML tag; put <ws-id> in backticks',
  );
});
