import {mkdtempSync, rmSync} from 'node:fs';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {writeFiles} from '../src/plugins/releases/testing';
import {staticServer} from './lib/static-server.mjs';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
  writeFiles(folder, {'index.html': 'start', 'docs/page.html': 'page', 'docs/日.html': 'day', '404.html': 'missing'});
  server = staticServer(folder);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  rmSync(folder, {recursive: true, force: true});
});

async function ask(path: string) {
  const {port} = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {redirect: 'manual'});
  return {status: response.status, to: response.headers.get('location'), text: await response.text()};
}

test.each([
  ['/docs/page/', '/docs/page'],
  ['/docs/page/?filter=a', '/docs/page?filter=a'],
  ['/docs/%E6%97%A5/', '/docs/%E6%97%A5'],
  ['/docs/100%25/', '/docs/100%25'],
])('%s leads to the address without the slash', async (path, to) => {
  expect(await ask(path)).toMatchObject({status: 301, to});
});

test('a page is found under its decoded name', async () => {
  expect(await ask('/docs/%E6%97%A5')).toMatchObject({status: 200, text: 'day'});
});

test('a slash that is part of a name leads nowhere, and not round in a circle', async () => {
  expect(await ask('/docs/page%2F')).toMatchObject({status: 404, text: 'missing'});
});
