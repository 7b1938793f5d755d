import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {writeFiles} from '../releases/testing';
import {diagramName} from './diagram';
import {foldersToDraw, planDrawings} from './drawings';

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'drawings-'));
});
afterEach(() => rmSync(site, {recursive: true, force: true}));

describe('what is to be drawn', () => {
  test.each([
    ['a plain fence', '```mermaid\na --> b\n```'],
    ['in a quote', '> ```mermaid\n> a --> b\n> ```'],
    ['with tildes', '~~~mermaid\na --> b\n~~~'],
    ['of four backticks', '````mermaid\na --> b\n````'],
    ['with a space before the language', '``` mermaid\na --> b\n```'],
    ['with a title', '```mermaid title="One"\na --> b\n```'],
    ['in a list', '- one\n\n  ```mermaid\n  a --> b\n  ```'],
    ['in an admonition', ':::note\n\n```mermaid\na --> b\n```\n\n:::'],
  ])('a fence %s', (_what, fence) => {
    writeFiles(join(site, 'docs'), {'guides/page.md': `Text\n\n${fence}\n`});
    expect(planDrawings(site, 'docs').missing).toEqual([
      {
        name: diagramName('a --> b'),
        source: 'a --> b',
        place: expect.stringMatching(/^docs\/guides\/page\.md:[35]$/),
      },
    ]);
  });

  test('nothing that only shows how a diagram is written', () => {
    writeFiles(join(site, 'docs'), {'page.md': '````markdown\n```mermaid\na --> b\n```\n````\n'});
    expect(planDrawings(site, 'docs').missing).toEqual([]);
  });

  test('each diagram once, and none that has its drawing', () => {
    writeFiles(join(site, 'docs'), {
      'a.md': '```mermaid\na --> b\n```\n\n```mermaid\nb --> c\n```\n',
      'b.md': '```mermaid\na --> b\n```\n',
      [`_diagrams/${diagramName('b --> c')}.svg`]: '<svg></svg>',
    });
    expect(planDrawings(site, 'docs').missing.map(({place}) => place)).toEqual(['docs/a.md:1']);
  });
});

test('a drawing without its fence is unused, one of a quoted fence is not', () => {
  writeFiles(join(site, 'docs'), {
    'page.md': '> ```mermaid\n> a --> b\n> ```\n',
    [`_diagrams/${diagramName('a --> b')}.svg`]: '<svg></svg>',
    '_diagrams/0000000000000000.svg': '<svg></svg>',
    '_diagrams/README.md': 'Drawings.\n',
  });
  expect(planDrawings(site, 'docs')).toEqual({
    folder: 'docs/_diagrams',
    missing: [],
    unused: ['0000000000000000.svg'],
  });
});

test('a page that does not parse stops the plan, with its place: its drawings are not unused', () => {
  writeFiles(join(site, 'docs'), {'page.mdx': 'mermaid\n\n{oops\n'});
  expect(() => planDrawings(site, 'docs')).toThrow(/^docs\/page\.mdx:\d+: /);
});

test('frozen releases are left alone unless they are named', () => {
  writeFiles(site, {'docs/a.md': '', 'versioned_docs/version-2026.05/a.md': ''});
  expect(foldersToDraw(site, [])).toEqual(['docs']);
  expect(foldersToDraw(site, ['2026.05'])).toEqual(['versioned_docs/version-2026.05']);
  expect(() => foldersToDraw(site, ['2026.06'])).toThrow('2026.06: there is no such release');
});
