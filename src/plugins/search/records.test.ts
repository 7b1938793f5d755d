import {expect, test} from '@jest/globals';
import {codeWords} from './code-words';
import {documentsOf} from './engine/documents';
import {recordOf} from './records';
import {sampleRelease} from './testing/release';
import {MAX_RECORD_BYTES, uploadable} from './uploadable';

const {heads, full} = sampleRelease();
const records = documentsOf(heads, full).map((document, position) => recordOf(heads, document, position));
const byAnchor = (anchor: string) => records.find((record) => record.anchor === anchor)!;

test('a record has the shape of DocSearch', () => {
  expect(byAnchor('rotate')).toEqual({
    objectID: 'en:2026.05:/docs/tokens#rotate',
    url: 'https://docs.example/docs/tokens#rotate',
    url_without_anchor: 'https://docs.example/docs/tokens',
    anchor: 'rotate',
    type: 'lvl2',
    hierarchy: {
      lvl0: '2026.05',
      lvl1: 'Workspace tokens',
      lvl2: 'Rotate without downtime',
      lvl3: null,
      lvl4: null,
      lvl5: null,
      lvl6: null,
    },
    content: 'Create a second token, then revoke the first.',
    code: null,
    keywords: null,
    section: 'Guides',
    language: 'en',
    version: '2026.05',
    docusaurus_tag: 'docs-default-2026.05',
    weight: {page_rank: 100, level: 90, position: expect.any(Number)},
  });
});

test('a row of a table stands below its heading', () => {
  expect(byAnchor('env-KMS_KEY_ARN')).toMatchObject({type: 'lvl3', hierarchy: {lvl2: 'Platform', lvl3: 'KMS_KEY_ARN'}});
});

test('ids are unique, and the same in every build', () => {
  expect(new Set(records.map(({objectID}) => objectID)).size).toBe(records.length);
  expect(sampleRelease()).toEqual({heads, full});
});

test('a record is made small enough for Algolia', () => {
  const small = uploadable({...byAnchor('rotate'), content: 'é"'.repeat(9000), code: 'x'.repeat(9000)});
  expect(Buffer.byteLength(JSON.stringify(small))).toBeLessThanOrEqual(MAX_RECORD_BYTES);
  expect(small.content!.length).toBeGreaterThan(1000);
  expect(uploadable(byAnchor('rotate'))).toEqual(byAnchor('rotate'));
});

test('of code the names are kept that the prose has not', () => {
  expect(codeWords('curl --fail $URL/a2a # 6b1f0d9e2c7a4b5d\nexport API_KEY=1', 'uses curl')).toBe(
    '--fail URL/a2a export API_KEY',
  );
});
