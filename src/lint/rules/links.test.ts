import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {links} from './links';

const files = {
  'docs/guides/b.md': '## Some heading\n\n## Other {#other-id}\n\n<Facts table="tiers" where="id=T4" />\n',
  'docs/img/a.png': '',
  'versioned_docs/version-2026.04/old.md': 'Text.\n',
};

const check = (text: string): Promise<string[]> => findings(links, {...files, 'docs/a.md': text});

test('accepts files, headings and rows of facts that exist', async () => {
  expect(
    await check(
      '[a](./guides/b.md) [b](guides/b.md#some-heading) [c](./guides/b.md#other-id) [d](./guides/b.md#tier-T4)\n' +
        '![i](./img/a.png) [e](https://example.com/x.md) [f](#here)\n\n## Here\n',
    ),
  ).toEqual([]);
});

test('finds a missing file and a missing heading', async () => {
  expect(await check('[a](./c.md)\n[b](./guides/b.md#gone)\n[c](#gone)\n![d](./img/b.png)\n')).toEqual([
    'docs/a.md:1 ./c.md leads to docs/c.md, which does not exist',
    'docs/a.md:2 docs/guides/b.md has no heading or row #gone',
    'docs/a.md:3 docs/a.md has no heading or row #gone',
    'docs/a.md:4 ./img/b.png leads to docs/img/b.png, which does not exist',
  ]);
});

test('wants the extension', async () => {
  expect(await check('[a](./guides/b)\n')).toEqual([
    'docs/a.md:1 ./guides/b leads to docs/guides/b, which does not exist',
  ]);
});

test('reads links in definitions and HTML', async () => {
  expect(await check('[a]\n\n[a]: ./c.md\n\n<a href="./d.md">d</a>\n')).toHaveLength(2);
});
