import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {letters} from './letters';

test('finds letters of other scripts and invisible characters', async () => {
  expect(await findings(letters, 'Чат\n飞书\nzero\u200bwidth\n')).toEqual([
    'docs/page.md:1 "Чат" is not in Latin letters',
    'docs/page.md:2 "飞书" is not in Latin letters',
    'docs/page.md:3 an invisible character, U+200B',
  ]);
});

test('accepts accents, arrows and units', async () => {
  expect(await findings(letters, 'Diátaxis → 5 µs, “quoted”, naïve…\n')).toEqual([]);
});
