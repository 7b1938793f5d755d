import {expect, test} from '@jest/globals';
import {fence, findings, pageOf} from '../testing';
import {fenceLanguage} from './fence-language';

test('wants a known language', async () => {
  expect(await findings(fenceLanguage, fence('', 'a') + fence('json', '1') + fence('shell', 'ls'))).toEqual([
    'docs/page.md:1 a code block without a language',
    'docs/page.md:7 the language shell is not known',
  ]);
});

test('the mender writes text', () => {
  expect(fenceLanguage.fix?.(pageOf('- item\n\n  ```\n  a\n  ```\n'), process.cwd())).toBe(
    '- item\n\n  ```text\n  a\n  ```\n',
  );
});
