import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from '@jest/globals';
import {builtFiles, siteDir} from './built-site';

const again = mkdtempSync(join(tmpdir(), 'docs-build-'));
afterAll(() => rmSync(again, {recursive: true, force: true}));

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

test('two builds of the same input give the same bytes', () => {
  const build = spawnSync(
    process.execPath,
    ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build', '--out-dir', again],
    {
      encoding: 'utf8',
      env: {...process.env, NODE_OPTIONS: ''},
    },
  );
  expect([build.status, build.status === 0 ? '' : build.stderr]).toEqual([0, '']);
  const first = hashes(siteDir);
  const second = hashes(again);
  const different = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (file) => first[file] !== second[file],
  );
  expect(different).toEqual([]);
}, 600_000);
