import {expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {mermaid} from './mermaid';

test('accepts a diagram with a text alternative', async () => {
  expect(
    await findings(
      mermaid,
      fence('mermaid', 'flowchart TB', '  accTitle: A', '  accDescr: B', '  a[One<br/>two] --> b', '  c <--> d'),
    ),
  ).toEqual([]);
});

test('wants the alternative, and no styles, clicks, HTML or directives', async () => {
  expect(
    await findings(
      mermaid,
      fence('mermaid', '%%{init: {}}%%', 'flowchart TB', '  a[<b>One</b>]', '  style a fill:red', '  click a "x"'),
    ),
  ).toEqual([
    'docs/page.md:1 a diagram without accTitle',
    'docs/page.md:1 a diagram without accDescr',
    'docs/page.md:2 an init directive in a diagram',
    'docs/page.md:4 HTML in a diagram',
    'docs/page.md:5 a style in a diagram',
    'docs/page.md:6 a click in a diagram',
  ]);
});
