import {describe, expect, test} from '@jest/globals';
import {parseMarkdown} from '../../lint/markdown';
import {sectionsOf} from './blocks';
import {comparePages, type BlockChange, type PageChange} from './compare';
import {diffWordsOf, similarity} from './diff-words';

const sections = (source: string) => sectionsOf(parseMarkdown(source, false).tree, 'page');
const compare = (before: string, after: string): PageChange => comparePages(sections(before), sections(after));
const blocks = (before: string, after: string): BlockChange[] =>
  compare(before, after).sections.flatMap((section) => section.blocks);

describe('words', () => {
  test('a replaced word is one removal and one addition', () => {
    expect(diffWordsOf('runs on Fly today', 'runs on EC2 today')).toEqual([
      [0, 'runs on '],
      [-1, 'Fly'],
      [1, 'EC2'],
      [0, ' today'],
    ]);
  });

  test('code in backticks is never cut', () => {
    expect(diffWordsOf('set `FLY_API_TOKEN`', 'set `FLY_REGION`')).toEqual([
      [0, 'set '],
      [-1, '`FLY_API_TOKEN`'],
      [1, '`FLY_REGION`'],
    ]);
  });

  test('neighbouring changes become one', () => {
    expect(diffWordsOf('a red house', 'a tall tree')).toEqual([
      [0, 'a '],
      [-1, 'red house'],
      [1, 'tall tree'],
    ]);
  });

  test('similarity is 1 for equals and 0 for strangers', () => {
    expect(similarity('one two', 'one two')).toBe(1);
    expect(similarity('one two', 'three four')).toBe(0);
  });
});

describe('pages', () => {
  test('equal pages have no sections', () => {
    expect(compare('# A\n\ntext', '# A\n\ntext')).toEqual({
      change: 'same',
      counts: {added: 0, removed: 0, changed: 0},
      sections: [],
    });
  });

  test('how a page is written is no difference', () => {
    expect(compare('- a\n- b\n\nsome\ntext', '* a\n* b\n\nsome text').change).toBe('same');
  });

  test('sections are aligned by their id, also when the title changed', () => {
    const {sections: found} = compare('## Old words {#x}\n\nsame', '## New words {#x}\n\nsame');
    expect(found).toMatchObject([{change: 'changed', id: 'x', blocks: [{kind: 'same', count: 1}]}]);
  });

  test('a new section between two others is added, they are not changed', () => {
    const {sections: found} = compare('## A\n\na\n\n## C\n\nc', '## A\n\na\n\n## B\n\nb\n\n## C\n\nc');
    expect(found.map(({change, id}) => [change, id])).toEqual([['added', 'b']]);
  });

  test('an edited paragraph is compared by word', () => {
    expect(blocks('The platform runs on Fly Machines now.', 'The platform runs on EC2 instances now.')).toMatchObject([
      {
        kind: 'prose',
        change: 'changed',
        parts: [
          [0, 'The platform runs on '],
          [-1, 'Fly Machines'],
          [1, 'EC2 instances'],
          [0, ' now.'],
        ],
      },
    ]);
  });

  test('a link that leads elsewhere is a change, and is said', () => {
    expect(blocks('See [it](./a.md).', 'See [it](./b.md).')).toMatchObject([{change: 'changed', links: ['a → b']}]);
  });
});

describe('tables', () => {
  const table = (...rows: string[]) => ['| Name | Value |', '|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');

  test('rows are aligned by their first cell', () => {
    expect(blocks(table('a | 1', 'b | 2', 'c | 3'), table('a | 1', 'b | 5', 'd | 4'))).toMatchObject([
      {
        kind: 'table',
        same: 1,
        lines: [
          {
            change: 'changed',
            cells: [
              [[0, 'b']],
              [
                [-1, '2'],
                [1, '5'],
              ],
            ],
          },
          {change: 'added', cells: [[[1, 'd']], [[1, '4']]]},
          {change: 'removed', cells: [[[-1, 'c']], [[-1, '3']]]},
        ],
      },
    ]);
  });

  test('a new column does not shift the others', () => {
    const [block] = blocks('| N | V |\n|---|---|\n| a | 1 |', '| N | W | V |\n|---|---|---|\n| a | x | 1 |');
    expect(block).toMatchObject({lines: [{cells: [[[0, 'a']], [[1, 'x']], [[0, '1']]]}]});
  });
});

describe('lists and code', () => {
  test('items are aligned one by one', () => {
    expect(blocks('- start the server\n- open it', '- start the new server\n- open it\n- close it')).toMatchObject([
      {kind: 'list', same: 1, lines: [{change: 'changed'}, {change: 'added'}]},
    ]);
  });

  test('code is compared by line, with its neighbours', () => {
    const code = (...lines: string[]) => ['```bash', ...lines, '```'].join('\n');
    const [block] = blocks(code('1', '2', '3', '4', 'old', '6'), code('1', '2', '3', '4', 'new', '6'));
    expect(block).toMatchObject({kind: 'code', same: 2});
    expect(block?.kind === 'code' && block.lines.map(({change}) => change)).toEqual([
      'same',
      'same',
      'removed',
      'added',
      'same',
    ]);
  });
});
