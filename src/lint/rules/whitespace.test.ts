import {expect, test} from '@jest/globals';
import {fence, findings, pageOf} from '../testing';
import {whitespace} from './whitespace';

test('finds spaces at line ends outside code, and a missing newline', async () => {
  expect(await findings(whitespace, `a \n${fence('text', 'b ')}c`)).toEqual([
    'docs/page.md:1 spaces at the end of the line',
    'docs/page.md:5 the file does not end with one newline',
  ]);
});

test('the mender takes them away', () => {
  expect(whitespace.fix?.(pageOf(`a \n${fence('text', 'b ')}c\n\n\n`), process.cwd())).toBe(
    `a\n${fence('text', 'b ')}c\n`,
  );
});
