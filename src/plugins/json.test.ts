import {expect, test} from '@jest/globals';
import {parseRedirects} from './links/redirect-table';
import {parseContract} from './releases/contract';
import {parseManifest} from './releases/manifest';
import {parseReleases} from './releases/releases';
import {parseJson} from './json';

test('what is JSON is read', () => expect(parseJson('{"a": [1]}', 'a.json')).toEqual({a: [1]}));

test.each([
  ['a comma too many', '{\n  "a": 1,\n  "b": 2,\n}\n', 4],
  ['a missing colon', '{\n  "a" 1\n}\n', 2],
  ['an end that is missing', '{\n  "a": [\n', 2],
])('%s is named with file and line', (_what, text, line) => {
  expect(() => parseJson(text, 'docs/a.json')).toThrow(`docs/a.json:${line}: not valid JSON: `);
});

test.each([
  ['a contract', parseContract],
  ['a manifest', parseManifest],
  ['the releases', parseReleases],
  ['the redirects', parseRedirects],
])('%s with a comma too many is named', (_what, parse) => {
  expect(() => parse('{\n  "a": 1,\n}\n', 'hand/written.json')).toThrow('hand/written.json:3: not valid JSON: ');
});
