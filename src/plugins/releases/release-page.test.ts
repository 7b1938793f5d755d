import {expect, test} from '@jest/globals';
import {factsFixture} from '../facts/fixture';
import type {Item} from '../facts/tables';
import {compareFacts} from './facts-diff';
import {todoOf} from './release-page';

const variable = (name: string, rest: Item = {}): Item => ({
  name, component: 'platform', default: null, required: false, injected: false, purpose: `Purpose of ${name}`, ...rest,
}); // prettier-ignore

const factsWith = (...variables: Item[]) => {
  const facts = factsFixture();
  return {...facts, tables: {...facts.tables, 'env-vars': {...facts.tables['env-vars'], items: variables}}};
};

const todo = (before: Item[], after: Item[]) =>
  todoOf({facts: compareFacts(factsWith(...before), factsWith(...after))}).map(
    ({what, names}) => `${what}: ${names.join(', ')}`,
  );

test('who upgrades is told the variables that have to be set now, new ones and known ones', () => {
  const before = [variable('KNOWN'), variable('RELIEVED', {required: true}), variable('SAME', {required: true})];
  const after = [
    variable('KNOWN', {required: true}),
    variable('RELIEVED'),
    variable('SAME', {required: true, default: 'x'}),
    variable('NEW_KEY', {required: true}),
    variable('NEW_KEY', {required: true, component: 'channel plugin'}),
    variable('NEW_CHOICE'),
    variable('NEW_OF_THE_PLATFORM', {required: true, injected: true}),
  ];
  expect(todo(before, after)).toEqual([
    'New variables that are required (platform): set them: NEW_KEY',
    'New variables that are required (channel plugin): set them: NEW_KEY',
    'Variables that became required (platform): set them: KNOWN',
    'Variables whose default changed: check that the new one suits you: SAME',
  ]);
});

test('a variable that the platform no longer sets by itself has to be set', () => {
  const handed = variable('HANDED_OVER', {required: true, injected: true});
  expect(todo([handed], [{...handed, injected: false}])).toEqual([
    'Variables that became required (platform): set them: HANDED_OVER',
  ]);
});

test('nothing to do where a release asks for nothing more', () => {
  expect(todo([variable('A', {required: true})], [variable('A'), variable('B')])).toEqual([]);
});
