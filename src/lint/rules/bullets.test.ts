import {expect, test} from '@jest/globals';
import {fence, findings, pageOf} from '../testing';
import {bullets} from './bullets';

const source = `* one\n  + two\n\n${fence('text', '* code')}`;

test('finds other bullets, not in code', async () => {
  expect(await findings(bullets, source)).toEqual([
    'docs/page.md:1 a list with another bullet than -',
    'docs/page.md:2 a list with another bullet than -',
  ]);
});

test('the mender writes dashes', () => {
  expect(bullets.fix?.(pageOf(source), process.cwd())).toBe(`- one\n  - two\n\n${fence('text', '* code')}`);
});
