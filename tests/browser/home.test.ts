import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core';
import {inRelease} from '../support/pages';
import {oldestRelease} from '../support/releases';
import {addressOf, openPage, openSite, screen, settled, type Mode, type Site} from '../support/site';

/** Ways in from the home page, the menu of a phone, and the colors that a reader chose. */
let site: Site;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await site.close();
});

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await site.reader(options);
  contexts.push(context);
  return context.newPage();
}

describe('from the home page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await newPage({viewport: screen(1280)});
  });

  test('every link of its text opens a page that exists, with the section that it names', async () => {
    await openPage(page, '/');
    const links = page.locator('main a[href^="/"]');
    const hrefs = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')!))]);
    expect(hrefs.length).toBeGreaterThanOrEqual(10);
    for (const href of hrefs) {
      await openPage(page, '/');
      await page.locator(`main a[href="${href}"]`).first().click();
      await page.waitForURL(`**${href}`);
      await page.locator('article h1').waitFor();
      const {hash} = new URL(href, site.origin);
      if (hash) expect([href, await page.locator(`[id="${hash.slice(1)}"]`).count()]).toEqual([href, 1]);
    }
  });

  test.each([
    ['Build a workspace', '/docs/quickstart'],
    ['Run an organization', '/docs/architecture'],
    ['Publish to the Marketplace', '/docs/marketplace/creators'],
    ['Read the docs', '/docs'],
    ['API reference', '/docs/api-reference'],
    ['Environment variables', '/docs/reference/environment-variables'],
  ])('"%s" leads to %s by keyboard', async (name, path) => {
    await openPage(page, '/');
    await page.locator('main').getByRole('link', {name}).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin}${path}`);
  });

  test('links out: status page, organisation on GitHub', async () => {
    await openPage(page, '/');
    const outside = await page
      .locator('#__docusaurus > :not(nav) a[href^="http"]:visible')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(outside).toEqual(
      expect.arrayContaining(['https://status.moleculesai.app/', 'https://github.com/Molecule-AI']),
    );
  });

  test('the search form asks the search page', async () => {
    await openPage(page, '/');
    const field = page.locator('main').getByRole('searchbox', {name: 'Search the documentation'});
    await field.fill('rotate a token');
    await field.press('Enter');
    await page.waitForURL('**/search?q=*');
    expect(new URL(page.url()).searchParams.get('q')).toBe('rotate a token');
  });

  test('the first stop of the keyboard skips the bar', async () => {
    await openPage(page, '/docs/quickstart');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.navbar') === null)).toBe(true);
  });
});

describe('the menu of a phone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await newPage({viewport: screen(360), hasTouch: true, isMobile: true});
  });
  const toggle = () => page.locator('.navbar__toggle');
  const menu = () => page.locator('.navbar-sidebar');
  const waitUntil = (shown: boolean) => menu().waitFor({state: shown ? 'visible' : 'hidden'});

  test('opens on a page, shows its release’s pages, leads to one and closes', async () => {
    await openPage(page, inRelease('/docs/quickstart', oldestRelease));
    expect(await menu().isVisible()).toBe(false);
    await toggle().click();
    await waitUntil(true);
    await menu().locator('summary', {hasText: 'Reference'}).click();
    const link = menu().getByRole('link', {name: 'API reference', exact: true});
    await link.click();
    await page.waitForURL(`**${inRelease('/docs/api-reference', oldestRelease)}`);
    await waitUntil(false);
  });

  test('opens on the home page, shows the links of the bar, those that lead out too', async () => {
    await openPage(page, '/');
    await toggle().click();
    await waitUntil(true);
    for (const name of ['Docs', 'Tutorials', 'API', 'Changelog', 'Platform', 'Marketplace', 'Landing']) {
      expect([name, await menu().getByRole('link', {name}).last().isVisible()]).toEqual([name, true]);
    }
    await menu().getByRole('link', {name: 'Tutorials'}).click();
    await page.waitForURL('**/docs/tutorials');
    await waitUntil(false);
  });

  test.each(['/', '/docs/quickstart'])(
    'by keyboard on %s: opens, takes the focus, closes with Escape',
    async (path) => {
      await openPage(page, path);
      await toggle().focus();
      await page.keyboard.press('Enter');
      await waitUntil(true);
      await page.waitForFunction(() => document.activeElement?.closest('.navbar-sidebar'));
      // The focus does not leave the menu for the page under it.
      for (let presses = 0; presses < 70; presses++) {
        await page.keyboard.press('Tab');
        const outside = await page.evaluate(() => document.activeElement?.closest('.main-wrapper, .footer') !== null);
        expect(outside).toBe(false);
      }
      await page.keyboard.press('Escape');
      await waitUntil(false);
      expect(await toggle().evaluate((button) => button === document.activeElement)).toBe(true);
    },
  );
});

describe('color mode', () => {
  const modeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const toggle = (page: Page) =>
    page.locator('.navbar [class*=olorModeToggle] button, .navbar [class*=oggleButton]').first();

  const cases: [Mode, Mode][] = [
    ['light', 'dark'],
    ['dark', 'light'],
  ];

  test.each(cases)('a %s system decides until the reader has chosen', async (system) => {
    const page = await newPage({colorScheme: system});
    await openPage(page, '/docs/quickstart');
    expect(await modeOf(page)).toBe(system);
  });

  test.each(cases)('on a %s system, %s is kept over a reload, from the first paint on', async (system, chosen) => {
    const page = await newPage({colorScheme: system, viewport: screen(1280)});
    await openPage(page, '/docs/quickstart');
    const before = await background(page);
    // The button goes through system, light and dark.
    for (let presses = 0; presses < 3 && (await modeOf(page)) !== chosen; presses++) await toggle(page).click();
    expect(await modeOf(page)).toBe(chosen);
    const after = await background(page);
    expect(after).not.toBe(before);

    // Without the bundles there is no hydration: this is what the first paint has.
    await page.route('**/assets/js/**', (route) => route.abort());
    for (const path of ['/docs/quickstart', '/', inRelease('/docs/quickstart', oldestRelease), '/no-such-page']) {
      await page.goto(path);
      expect([path, await modeOf(page), await background(page)]).toEqual([path, chosen, after]);
      expect(await page.evaluate(() => document.documentElement.dataset.hasHydrated)).not.toBe('true');
    }
    await page.unroute('**/assets/js/**');
    await page.reload();
    await settled(page);
    expect([await modeOf(page), await background(page)]).toEqual([chosen, after]);
  });
});

test('the sidebar remembers what a reader opened', async () => {
  const page = await newPage({viewport: screen(1280)});
  await openPage(page, '/docs/quickstart');
  const category = (name: string) => page.locator('.theme-doc-sidebar-container details', {hasText: name}).first();
  await category('Operate').locator('summary').first().click();
  await page
    .locator('.theme-doc-sidebar-container')
    .getByRole('link', {name: 'Changelog', exact: true})
    .first()
    .click();
  await page.waitForURL('**/docs/changelog');
  await openPage(page, addressOf(page));
  await page.waitForFunction(
    (element) => (element as HTMLDetailsElement).open,
    await category('Operate').elementHandle(),
  );
});
