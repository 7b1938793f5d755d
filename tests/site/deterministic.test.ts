import {createHash} from 'node:crypto';
import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from '@jest/globals';
import {buildTree, copyTree} from '../support/second-tree';
import {builtFiles, siteDir} from './built-site';

const copy = copyTree('deterministic');
afterAll(() => rmSync(copy, {recursive: true, force: true}));

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    builtFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

test('the same input gives the same bytes, in another folder too', () => {
  const first = hashes(siteDir);
  const second = hashes(buildTree(copy));
  const different = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (file) => first[file] !== second[file],
  );
  expect(different).toEqual([]);
}, 600_000);
