import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {namesRule} from './names';

test('finds a denied name as a whole word', async () => {
  const rule = namesRule('# comment\nSample Person\n');
  expect(await findings(rule, 'a\nAsk sample person.\nSample Personality.\n')).toEqual([
    'docs/page.md:2 the name sample person',
  ]);
});

test('an empty list denies nothing', async () => {
  expect(await findings(namesRule('# none\n'), 'Text.\n')).toEqual([]);
});
