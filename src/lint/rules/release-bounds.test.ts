import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {releaseBounds} from './release-bounds';

test('a page stays inside its release', async () => {
  expect(
    await findings(releaseBounds, {
      'docs/page.md': '[a](/docs/quickstart)\n\n![e][f]\n\n[f]: /img/a.png\n',
      'versioned_docs/version-2026.04/guides/page.md': '[c](../b.md)\n[d](../../b.md)\n[g](/releases)\n',
    }),
  ).toEqual([
    'docs/page.md:1 /docs/quickstart is an address of a release, not of this one',
    'docs/page.md:3 /img/a.png is an image outside this release',
    'versioned_docs/version-2026.04/guides/page.md:2 ../../b.md leads out of the folder of this release',
  ]);
});
