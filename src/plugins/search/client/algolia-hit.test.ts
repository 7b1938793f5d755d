import {expect, test} from '@jest/globals';
import {headingPath} from './groups';
import {isHit, ownHit} from './algolia-hit';

/** As DocSearch's hosted crawler stores it and Algolia returns it. */
const crawled = {
  objectID: '12-https://docs.example/docs/tokens',
  url: 'https://docs.example/docs/tokens#rotate',
  url_without_anchor: 'https://docs.example/docs/tokens',
  url_without_variables: 'https://docs.example/docs/tokens#rotate',
  anchor: 'rotate',
  type: 'content',
  content: 'Create a second token, then revoke the first.',
  hierarchy: {lvl0: '2026.05', lvl1: 'Tokens', lvl2: 'Rotate', lvl3: null, lvl4: null, lvl5: null, lvl6: null},
  version: ['2026.05'],
  docusaurus_tag: ['docs-default-2026.05'],
  lang: 'en',
  weight: {pageRank: 0, level: 0, position: 4},
  recordVersion: 'v3',
};

test('a hit of the hosted crawler leads to its section and is called by its headings', () => {
  expect(isHit(crawled)).toBe(true);
  const hit = ownHit(crawled);
  expect(hit).toMatchObject({type: 'lvl2', anchor: 'rotate', version: '2026.05', section: null});
  expect(headingPath(hit)).toEqual(['Rotate']);
});

test('what a crawler leaves out is filled in', () => {
  const {url_without_anchor: _, anchor: __, ...bare} = crawled;
  const hit = ownHit({...bare, hierarchy: {lvl0: 'Guides'}, type: 'lvl0'});
  expect(hit).toMatchObject({url_without_anchor: 'https://docs.example/docs/tokens', anchor: 'rotate'});
  expect(hit.hierarchy.lvl1).toBe('Guides');
  expect(hit._snippetResult).toEqual({hierarchy: {}});
});

test.each([
  ['nothing', null],
  ['no name', {...crawled, hierarchy: {lvl0: null}}],
  ['a script as its address', {...crawled, url: 'javascript:alert(1)'}],
  ['no hierarchy', {...crawled, hierarchy: undefined}],
])('%s is no hit', (_, value) => {
  expect(isHit(value)).toBe(false);
});
