import {spawn, type ChildProcess} from 'node:child_process';
import {createServer, type AddressInfo} from 'node:net';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import type {Browser} from 'playwright-core';
import {inRelease} from '../support/pages';
import {oldestRelease} from '../support/releases';
import {openBrowser} from '../support/site';

/** What a writer sees with `npm start`: the same pages, made by the application alone. */
let server: ChildProcess;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const {port} = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  origin = `http://localhost:${port}`;
  browser = await openBrowser();
  const docusaurus = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';
  server = spawn(process.execPath, [docusaurus, 'start', '--no-open', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The files that it generates are not those of a build.
    env: {...process.env, DOCUSAURUS_GENERATED_FILES_DIR_NAME: 'node_modules/.cache/start-test'},
  });
  let output = '';
  await new Promise<void>((ready, failed) => {
    const read = (text: Buffer) => {
      output += String(text);
      if (/compiled/i.test(output)) ready();
    };
    server.stdout!.on('data', read);
    server.stderr!.on('data', read);
    server.on('exit', (code) => failed(new Error(`the server for writing ended with ${code}: ${output}`)));
  });
}, 120_000);
afterAll(async () => {
  server.removeAllListeners('exit');
  server.kill('SIGKILL');
  await browser.close();
});

test('a page has its text and code, links lead to pages of this and another release, and nothing fails', async () => {
  const page = await (await browser.newContext()).newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`${origin}/docs/next/quickstart`);
  await page.getByRole('heading', {level: 1, name: 'Run your first agent'}).waitFor();
  await page.waitForFunction(() => {
    const blocks = [...document.querySelectorAll('article pre')];
    return blocks.length > 0 && blocks.every((block) => block.textContent.trim() !== '');
  });
  await page.locator('article a[href="/docs/next/concepts"]').first().click();
  await page.getByRole('heading', {level: 1, name: 'Core concepts'}).waitFor();
  await page.locator('.navbar summary').first().click();
  await page.locator(`a[data-release="${oldestRelease}"]`).first().click();
  await page.waitForURL(origin + inRelease('/docs/concepts', oldestRelease));
  await page.getByRole('heading', {level: 1, name: 'Core concepts'}).waitFor();
  expect(failures).toEqual([]);
});
