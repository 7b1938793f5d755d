import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {releaseBounds} from './release-bounds';

test('a page stays inside its release', async () => {
  expect(
    await findings(
      releaseBounds,
      [
        '[a](/docs/quickstart)',
        '[b](/docs/next/quickstart)',
        '[c](../versioned_docs/version-2026.04/a.md)',
        '[d](@site/docs/a.md)',
        '![e](/img/a.png)',
        '[f](./b.md) [g](/releases) [h](https://example.com/docs/a)',
        '',
      ].join('\n'),
    ),
  ).toEqual([
    'docs/page.md:1 /docs/quickstart does not stay in this release',
    'docs/page.md:2 /docs/next/quickstart does not stay in this release',
    'docs/page.md:3 ../versioned_docs/version-2026.04/a.md leaves docs',
    'docs/page.md:4 @site/docs/a.md does not stay in this release',
    'docs/page.md:5 the image /img/a.png is not in this release',
  ]);
});

test('nor may an MDX page import from elsewhere', async () => {
  expect(
    await findings(releaseBounds, {
      'docs/a.mdx': "import Tabs from '@theme/Tabs';\nimport Note from '@site/docs/_partials/note.md';\n\n<Note />\n",
    }),
  ).toEqual(['docs/a.mdx:1 an import from @site/docs/_partials/note.md']);
});
