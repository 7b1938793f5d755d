import {expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {plainWords} from './plain-words';

test('finds words that belittle or sell, in prose only', async () => {
  expect(
    await findings(plainWords, `Simply run it.\n\n\`just build\` adjusts.\n\n${fence('bash', 'just build')}`),
  ).toEqual(['docs/page.md:1 the word "Simply"']);
});
