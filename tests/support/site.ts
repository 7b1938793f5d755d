import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {existsSync} from 'node:fs';
import {jest} from '@jest/globals';
import {chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/lib/chromium.mjs';
import {staticServer} from '../../scripts/lib/static-server.mjs';

export type Mode = 'light' | 'dark';

// A browser on a busy machine is slower than Jest's five seconds, and faster than this.
jest.setTimeout(45_000);

/** The built site: `build`, or the folder that SITE_DIR names. */
export const siteFolder = resolve(process.env.SITE_DIR ?? 'build');

export type Site = {
  /** Where the built site is served, without a slash at the end. */
  origin: string;
  browser: Browser;
  /** A new reader: nothing stored, nothing cached. Closed with the site. */
  reader: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  close: () => Promise<void>;
};

/** Serves the build on a free port and starts a browser: once for each test file. */
export async function openSite(): Promise<Site> {
  if (!existsSync(resolve(siteFolder, 'index.html'))) {
    throw new Error(`${siteFolder} holds no built site: run "npm run build" or set SITE_DIR`);
  }
  const server = staticServer(siteFolder);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  return {
    origin,
    browser,
    reader: (options = {}) => browser.newContext({baseURL: origin, reducedMotion: 'reduce', ...options}),
    close: async () => {
      await browser.close();
      // A browser keeps connections open: they would hold the server, and with it the test process.
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** @throws where no Chromium is installed */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install one or set CHROMIUM_PATH to its executable');
  return chromium.launch({executablePath, args: chromiumArgs});
}

/** A screen `width` wide and as high as screens of that width are. */
export function screen(width: number): {width: number; height: number} {
  return {width, height: width < 600 ? 740 : 900};
}

/** Opens a page and waits until React has taken it over and its fonts are there. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path, {waitUntil: 'load'});
  await settled(page);
}

/** Starts the application as a reader's pointer over a button would, waits until it runs and the fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector('.navbar button')?.dispatchEvent(new PointerEvent('pointerover', {bubbles: true})),
  );
  await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The path, query and anchor that a page is at. */
export function addressOf(page: Page): string {
  const {pathname, search, hash} = new URL(page.url());
  return pathname + search + hash;
}
