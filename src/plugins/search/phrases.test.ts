import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {SearchEngine} from './engine/engine';
import {readPhrases} from './disk';
import {checkAnchors, checkPages} from './phrases';
import {page, release} from './testing/release';

describe('the file of a release', () => {
  let folder: string;
  const write = (content: unknown) =>
    writeFileSync(path.join(folder, '_facts/search-phrases.json'), JSON.stringify(content));
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'phrases-'));
    mkdirSync(path.join(folder, '_facts'));
  });
  afterEach(() => rmSync(folder, {recursive: true}));

  test('is read by page and heading', () => {
    write({$comment: 'why', pages: {tokens: {'': ['key of one agent'], rotate: ['swap a key']}}});
    expect(readPhrases(folder)).toEqual({tokens: {'': ['key of one agent'], rotate: ['swap a key']}});
  });

  test('may be missing', () => expect(readPhrases(folder)).toEqual({}));

  test('is refused with file and place, when a phrase is a single word', () => {
    write({pages: {tokens: {rotate: ['swap']}}});
    expect(() => readPhrases(folder)).toThrow(
      /search-phrases\.json: pages > tokens > rotate > 0: a phrase is two words or more/,
    );
  });

  test('must name pages and headings that exist', () => {
    expect(() => checkPages('f.json', {gone: {}, tokens: {}}, ['tokens'])).toThrow(
      'f.json: there is no page "gone"; rename or remove the entry',
    );
    expect(() => checkAnchors('f.json', 'tokens', {'': ['a b'], gone: ['a b']}, ['', 'rotate'])).toThrow(
      'f.json: the page "tokens" has no heading "#gone"; rename or remove the entry',
    );
  });
});

test('a place is found by what readers say for it, and its text does not show it', () => {
  const places = [
    {text: 'A token opens one workspace.'},
    {heading: 'Rotate', anchor: 'rotate', text: 'Make a second.'},
  ];
  const phrases = {rotate: ['swap leaked credential']};
  const {heads, full} = release([page({title: 'Tokens', path: '/docs/tokens', phrases}, places)]);
  const engine = new SearchEngine(heads, full);
  const [hit] = engine.search('swap leaked credential').pages;
  const found = engine.documents[hit!.sections[0]!.document]!;
  expect(found.anchor).toBe('rotate');
  expect(found.text).toBe('Make a second.');
});

test('phrases travel without the words that say nothing, each once', () => {
  const phrases = {'': ['How do I rotate a token', 'rotate token', 'MOLECULE_TOKEN is gone']};
  const {full} = release([page({title: 'Tokens', path: '/docs/tokens', phrases}, [{text: 'A token.'}])]);
  expect(full.phrases).toEqual(['molecule_token gone\nrotate token']);
});
