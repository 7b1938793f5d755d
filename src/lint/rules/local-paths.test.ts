import {expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {localPaths} from './local-paths';

test('finds paths of a machine, in code too', async () => {
  expect(await findings(localPaths, `See /Users/x/a.\n\n${fence('bash', 'cd /home/x/a')}\nC:\\Users\\x\n`)).toEqual([
    'docs/page.md:1 the local path /Users/x',
    'docs/page.md:4 the local path /home/x',
    'docs/page.md:7 the local path C:\\Users\\x',
  ]);
});

test('accepts paths of containers and addresses', async () => {
  expect(await findings(localPaths, 'In /home/agent/work, /configs, and https://example.com/home/start.\n')).toEqual(
    [],
  );
});
