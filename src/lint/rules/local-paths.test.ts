import {expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {localPaths} from './local-paths';

/** Put together, so that no file of this project holds such a path itself. */
const mac = ['', 'Users', 'x'].join('/');
const linux = ['', 'home', 'x'].join('/');
const windows = ['C:', 'Users', 'x'].join('\\');

test('finds paths of a machine, in code too', async () => {
  expect(await findings(localPaths, `See ${mac}/a.\n\n${fence('bash', `cd ${linux}/a`)}\n${windows}\n`)).toEqual([
    `docs/page.md:1 the local path ${mac}`,
    `docs/page.md:4 the local path ${linux}`,
    `docs/page.md:7 the local path ${windows}`,
  ]);
});

test('accepts paths of containers and addresses', async () => {
  expect(await findings(localPaths, 'In /home/agent/work, /configs, and https://example.com/home/start.\n')).toEqual(
    [],
  );
});
