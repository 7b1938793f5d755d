import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {unique} from './unique';

const page = (title: string, description: string): string => `---\ntitle: ${title}\ndescription: ${description}\n---\n`;

test('a description is used once in a release', async () => {
  expect(
    await findings(unique, {
      'docs/a.md': page('A', 'Same.'),
      'docs/guides/b.md': page('B', 'Same.'),
      'versioned_docs/version-2026.05/a.md': page('A', 'Same.'),
    }),
  ).toEqual([
    'docs/a.md:3 the description is the same as in docs/guides/b.md',
    'docs/guides/b.md:3 the description is the same as in docs/a.md',
  ]);
});

test('a title is used once in a section', async () => {
  expect(
    await findings(unique, {
      'docs/a.md': page('Overview', 'One.'),
      'docs/guides/a.md': page('Overview', 'Two.'),
      'docs/guides/b.md': page('Overview', 'Three.'),
    }),
  ).toEqual([
    'docs/guides/a.md:2 the title is the same as in docs/guides/b.md',
    'docs/guides/b.md:2 the title is the same as in docs/guides/a.md',
  ]);
});
