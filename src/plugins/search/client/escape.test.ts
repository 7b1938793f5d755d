import {expect, test} from '@jest/globals';
import {CLOSE, OPEN} from '../engine/highlight';
import type {SearchResult} from '../engine/protocol';
import {pieces, safeResult, toHtml} from './escape';

const evil = '<img src=x onerror=alert(1)>';

test('nothing but marks becomes an element', () => {
  expect(toHtml(`${evil} ${OPEN}&${CLOSE}`)).toBe('&lt;img src=x onerror=alert(1)&gt; <mark>&amp;</mark>');
});

test('marks that were cut or doubled are mended', () => {
  expect(toHtml(`${OPEN}a${OPEN}b`)).toBe('<mark>ab</mark>');
  expect(toHtml(`a${CLOSE}b`)).toBe('ab');
  expect(pieces(`a ${OPEN}b${CLOSE} c`)).toEqual([
    {text: 'a ', found: false},
    {text: 'b', found: true},
    {text: ' c', found: false},
  ]);
});

test('every text of a hit is escaped, also those that the modal keeps for later', () => {
  const hit = {
    objectID: '1',
    url: 'https://docs.example/docs',
    type: 'lvl1',
    hierarchy: {lvl0: evil, lvl1: evil, lvl2: null},
    content: evil,
    _highlightResult: {hierarchy: {lvl1: {value: evil, matchLevel: 'full'}}},
    _snippetResult: {hierarchy: {}, content: {value: evil, matchLevel: 'full'}},
  };
  const safe = safeResult({hits: [hit], nbHits: 1} as unknown as SearchResult);
  expect(JSON.stringify(safe)).not.toContain('<img');
});
