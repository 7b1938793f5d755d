import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {headings} from './headings';

test('accepts levels that follow each other', async () => {
  expect(await findings(headings, '## One\n\n### Two\n\n## Three\n')).toEqual([]);
});

test('refuses an H1 and a skipped level', async () => {
  expect(await findings(headings, '# Title\n\n## One\n\n#### Two\n')).toEqual([
    'docs/page.md:1 an H1 in the body',
    'docs/page.md:5 a heading of level 4 after level 2',
  ]);
});

test('refuses repeated texts and ids', async () => {
  expect(await findings(headings, '## One\n\n## One {#two}\n\n## Second {#two}\n')).toEqual([
    'docs/page.md:3 the heading "One" is on line 1 too',
    'docs/page.md:5 the id two is on line 3 too',
  ]);
});

test('refuses emoji', async () => {
  expect(await findings(headings, '## Go 🚀\n')).toEqual(['docs/page.md:1 an emoji in a heading']);
});

test('reads ids of MDX pages', async () => {
  expect(await findings(headings, {'docs/a.mdx': '## One {#x}\n\n## Two {#x}\n'})).toEqual([
    'docs/a.mdx:3 the id x is on line 1 too',
  ]);
});
