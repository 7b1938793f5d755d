import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {codeHost} from './code-host';

test('finds the address of our repositories, not of others', async () => {
  expect(
    await findings(
      codeHost,
      'https://github.com/Molecule-AI/molecule-core and git@github.com:molecule-ai/docs.git\nhttps://github.com/other/repo\n',
    ),
  ).toEqual([
    'docs/page.md:1 the address github.com/Molecule-AI/molecule-core by hand',
    'docs/page.md:1 the address github.com:molecule-ai/docs.git by hand',
  ]);
});
