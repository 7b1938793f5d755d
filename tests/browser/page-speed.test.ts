import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, jest, test} from '@jest/globals';
import type {BrowserContextOptions, Page} from 'playwright-core';
import {inRelease} from '../support/pages';
import {labelOf, oldestRelease} from '../support/releases';
import {openSite, screen, siteFolder, type Site} from '../support/site';

/** The first thing that a reader does on a cold page works, and until then the page loads no script. */
let site: Site;
jest.setTimeout(25_000);

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const QUICKSTART = '/docs/quickstart';
const OLDER = inRelease(QUICKSTART, oldestRelease);
const TABLE = '/docs/reference/environment-variables';
const phone: BrowserContextOptions = {viewport: screen(360), hasTouch: true, isMobile: true};

/** A page that was just drawn, in a browser that has nothing of the site, on a line where an answer takes `delay`. */
async function cold(path: string, options: BrowserContextOptions = {}, delay = 150) {
  const reader = await site.reader({viewport: screen(1280), ...options});
  await reader.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await reader.newPage();
  page.setDefaultTimeout(15_000);
  const scripts: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.route('**/assets/js/**', async (route) => {
    scripts.push(new URL(route.request().url()).pathname);
    await new Promise((answered) => setTimeout(answered, delay));
    await route.continue();
  });
  await page.goto(path, {waitUntil: 'load'});
  return {page, scripts, errors};
}

const running = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const choice = (page: Page) => page.evaluate(() => document.documentElement.dataset.themeChoice);

describe('reading needs no script', () => {
  test.each(['/', QUICKSTART, TABLE, `${TABLE}#env-AWS_REGION`, OLDER, '/docs/next/quickstart'])('%s', async (path) => {
    const {page, scripts, errors} = await cold(path);
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 2000);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await page.waitForTimeout(300);
    expect(scripts).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('nor does opening a category or the list of releases, or following a link', async () => {
    const {page, scripts} = await cold(QUICKSTART);
    const category = page.locator('.sidebar-category:not([open]) > summary').first();
    const label = await category.innerText();
    await category.click();
    await page.locator('.navbar details summary').click();
    expect(await page.locator('.navbar details[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.navbar details[open]').count()).toBe(0);
    await page.locator('.navbar details summary').click();
    await page.mouse.click(640, 850);
    expect(await page.locator('.navbar details[open]').count()).toBe(0);
    await page.locator('.pagination-nav__link--next').click();
    await page.waitForLoadState('load');
    // What the reader opened stays open on the next page.
    expect(await page.locator('.sidebar-category[open] > summary', {hasText: label}).count()).toBe(1);
    expect(scripts).toEqual([]);
    await page.context().close();
  });

  test('a page kept by the browser comes back as it was', async () => {
    const {page, scripts} = await cold(QUICKSTART);
    await page.locator('.pagination-nav__link--next').click();
    await page.waitForLoadState('load');
    await page.goBack();
    expect(scripts).toEqual([]);
    await page.locator('[class*=buttonGroup] button').first().click();
    await running(page);
    await page.context().close();
  });
});

describe('the first action works', () => {
  test.each(['mouse', 'touch', 'keyboard'])('copy button, by %s', async (means) => {
    const {page, errors} = await cold(QUICKSTART, means === 'touch' ? phone : {});
    const block = page.locator('.theme-code-block').first();
    const button = block.locator('button[aria-label*="opy"]');
    const code = (await block.locator('code').innerText()).trim();
    if (means === 'mouse') {
      await block.hover();
      await button.click();
    } else if (means === 'touch') await button.tap();
    else {
      await button.focus();
      await page.keyboard.press('Enter');
    }
    await block.locator('button[aria-label="Copied"]').waitFor();
    await block.getByRole('status').filter({hasText: 'Copied'}).waitFor({state: 'attached'});
    expect((await clipboard(page)).trim().replace(/\n\n/g, '\n')).toBe(code.replace(/\n\n/g, '\n'));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test.each(['mouse', 'keyboard'])('color switch, by %s', async (means) => {
    const {page, errors} = await cold(QUICKSTART);
    const button = page.locator('.navbar button[aria-label*="dark and light"]').first();
    expect(await choice(page)).toBe('system');
    if (means === 'mouse') await button.click();
    else {
      await button.focus();
      await page.keyboard.press('Space');
    }
    await page.waitForFunction(() => document.documentElement.dataset.themeChoice === 'light');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test.each(['mouse', 'touch', 'keyboard'])('search button, by %s', async (means) => {
    const {page} = await cold(QUICKSTART, means === 'touch' ? phone : {});
    const button = page.locator('.DocSearch-Button');
    if (means === 'mouse') await button.click();
    else if (means === 'touch') await button.tap();
    else {
      await button.focus();
      await page.keyboard.press('Enter');
    }
    await page.locator('.DocSearch-Input').waitFor();
    await page.context().close();
  });

  test.each(['/', 'Control+k', 'button'])('%s and typing at once: no letter is lost', async (opening) => {
    const {page} = await cold(QUICKSTART, {}, 400);
    if (opening === 'button') await page.locator('.DocSearch-Button').click();
    else await page.keyboard.press(opening);
    await page.keyboard.type('workspace', {delay: 30});
    const field = page.locator('.DocSearch-Input');
    await field.waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.DocSearch-Input')?.value === 'workspace',
    );
    await page.keyboard.type(' token');
    expect(await field.inputValue()).toBe('workspace token');
    await page.locator('.DocSearch-Hit').first().waitFor();
    await page.context().close();
  });

  test.each(['tap', 'keyboard'])('menu of a phone, by %s', async (means) => {
    const {page} = await cold(QUICKSTART, phone);
    const button = page.locator('.navbar__toggle');
    if (means === 'tap') await button.tap();
    else {
      await button.focus();
      await page.keyboard.press('Enter');
    }
    await page.locator('.navbar-sidebar--show').waitFor();
    await page.context().close();
  });

  test('list of headings on a phone', async () => {
    const {page} = await cold(QUICKSTART, phone);
    const button = page.locator('.theme-doc-toc-mobile button');
    await button.tap();
    await page.locator('.theme-doc-toc-mobile a').first().waitFor();
    await page.context().close();
  });

  test('filter of a table', async () => {
    const {page} = await cold(TABLE, {}, 400);
    const field = page.locator('input[type=search]').first();
    await field.click();
    await page.keyboard.type('redis', {delay: 40});
    await running(page);
    await page
      .locator('main')
      .getByText(/^\d+ of \d+ rows$/)
      .waitFor();
    expect(await field.inputValue()).toBe('redis');
    expect(new URL(page.url()).searchParams.get('filter')).toBe('redis');
    await page.keyboard.type(' url');
    expect(await field.inputValue()).toBe('redis url');
    await page.context().close();
  });

  test('a filter in the address shows without an action', async () => {
    const {page} = await cold(`${TABLE}?filter=redis`);
    await page
      .locator('main')
      .getByText(/^\d+ of \d+ rows$/)
      .waitFor();
    await page.context().close();
  });

  test('a missing page names its address without an action', async () => {
    const {page} = await cold('/docs/quickstrat');
    await page.getByText('/docs/quickstrat', {exact: true}).waitFor();
    await page.context().close();
  });

  test('another release: same place, and remembered', async () => {
    const {page, scripts} = await cold(`${QUICKSTART}#next-steps`);
    await page.locator('.navbar details summary').click();
    await page.locator('.navbar details a', {hasText: labelOf(oldestRelease)}).click();
    await page.waitForURL(`**${OLDER}#next-steps`);
    expect(scripts).toEqual([]);
    await page.goto('/', {waitUntil: 'load'});
    await page
      .locator(`.navbar a[href="${inRelease('/docs', oldestRelease)}"]`)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('a control says that it is working, then not any more', async () => {
    const {page} = await cold(QUICKSTART, {}, 600);
    const button = page.locator('.DocSearch-Button');
    await button.click();
    expect(await button.getAttribute('aria-busy')).toBe('true');
    // Not only said, shown as well: the style sheet is cut down to what pages use, and no page is made with this state.
    expect(await button.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('dotted');
    await page.locator('.DocSearch-Input').waitFor();
    expect(await page.locator('[aria-busy]').count()).toBe(0);
    await page.context().close();
  });

  test('a button that shows itself to a pointer shows itself to the keyboard as well', async () => {
    const {page} = await cold(QUICKSTART);
    const copy = page.locator('button[aria-label*="Copy"]').first();
    await page.locator('.theme-code-block pre').first().focus();
    await page.keyboard.press('Tab');
    expect(await copy.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.waitForFunction(() => getComputedStyle(document.activeElement!).opacity === '1');
    await page.context().close();
  });

  test('the caret of a field stays where the reader put it', async () => {
    const {page} = await cold(TABLE, {}, 600);
    await page.locator('main input').first().click();
    await page.keyboard.type('KY');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('E');
    await running(page);
    await page.keyboard.type('_');
    expect(await page.locator('main input').first().inputValue()).toBe('KE_Y');
    await page.context().close();
  });

  test('a category that was closed stays closed', async () => {
    const {page} = await cold(QUICKSTART, {}, 300);
    const category = page.locator('.theme-doc-sidebar-container .sidebar-category').first();
    await category.locator('summary').click();
    await page.locator('.navbar button[aria-label*="dark and light"]').first().click();
    await running(page);
    expect(await category.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(false);
    await page.context().close();
  });

  test('an action is done once', async () => {
    const {page} = await cold(QUICKSTART, {}, 300);
    const button = page.locator('.navbar button[aria-label*="dark and light"]').first();
    await button.click();
    await button.click();
    await page.waitForFunction(() => document.documentElement.dataset.themeChoice === 'dark');
    await page.waitForTimeout(200);
    expect(await choice(page)).toBe('dark');
    await page.context().close();
  });
});

describe('once the application runs', () => {
  async function awake(path: string) {
    const {page, errors} = await cold(path, {}, 0);
    await page.locator('.navbar button[aria-label*="dark and light"]').hover();
    await running(page);
    await page.evaluate(() => ((window as {kept?: boolean}).kept = true));
    return {page, errors};
  }
  const kept = (page: Page) => page.evaluate(() => (window as {kept?: boolean}).kept === true);
  const sidebarLink = (page: Page, href: string) => page.locator(`.theme-doc-sidebar-container a[href="${href}"]`);

  test.each([QUICKSTART, '/docs/api-reference'])(
    'no part of %s is drawn anew, on a phone or a wide screen',
    async (path) => {
      for (const options of [{}, phone]) {
        const {page, errors} = await cold(path, options, 0);
        const parts = ['.theme-doc-sidebar-container', 'article', 'article table', 'footer'];
        // Handles to what the HTML had: a part that React gave up on would be another element.
        const before = await Promise.all(
          parts.map((part) =>
            page
              .locator(part)
              .first()
              .elementHandle({timeout: 1000})
              .catch(() => null),
          ),
        );
        await page.locator('.navbar button').first().dispatchEvent('pointerover');
        await running(page);
        await page.waitForTimeout(500);
        for (const part of before) if (part) expect(await part.evaluate((element) => element.isConnected)).toBe(true);
        expect(before.filter(Boolean).length).toBeGreaterThan(2);
        expect(errors).toEqual([]);
        await page.context().close();
      }
    },
  );

  test('a link in the sidebar, in the text and at the foot leads to its page without loading it anew', async () => {
    const {page, errors} = await awake(QUICKSTART);
    await sidebarLink(page, '/docs/changelog').click();
    await page.waitForURL('**/docs/changelog');
    await page.waitForSelector('article h1:has-text("Changelog")');
    await page.locator('.pagination-nav__link').first().click();
    // The address changes before the page does.
    await page.waitForSelector('article h1:not(:has-text("Changelog"))');
    const inText = page.locator('article .theme-doc-markdown a[href^="/docs/"]:not([href*="#"])').first();
    const target = await inText.getAttribute('href');
    await inText.click();
    await page.waitForURL(`**${target}`);
    expect(await kept(page)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('pointing at a link fetches the code of its page', async () => {
    const {page} = await awake(QUICKSTART);
    const fetched = page.waitForResponse('**/assets/js/**');
    await sidebarLink(page, '/docs/changelog').hover();
    expect((await fetched).ok()).toBe(true);
    await page.context().close();
  });

  test('a link to the page that is read adds nothing to the history', async () => {
    const {page} = await awake(QUICKSTART);
    const before = await page.evaluate(() => history.length);
    await sidebarLink(page, QUICKSTART).click();
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.context().close();
  });

  test('with Control a link is left to the browser', async () => {
    const {page} = await awake(QUICKSTART);
    const opened = page.context().waitForEvent('page');
    await sidebarLink(page, '/docs/changelog').click({modifiers: ['ControlOrMeta']});
    await (await opened).waitForURL('**/docs/changelog');
    expect(new URL(page.url()).pathname).toBe(QUICKSTART);
    await page.context().close();
  });
});

describe('when things go wrong', () => {
  test('the search dialog does not come at first: it is asked for again, and no letter is lost', async () => {
    const {page} = await cold(QUICKSTART, {}, 0);
    const dialog = (await page.locator('script[data-search]').getAttribute('data-search'))!;
    let isBroken = true;
    await page.route(`**${dialog}`, async (route) => {
      if (isBroken) await route.abort();
      else await route.continue();
      isBroken = false;
    });
    await page.keyboard.press('/');
    await page.keyboard.type('canvas');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.DocSearch-Input')?.value === 'canvas');
    expect(isBroken).toBe(false);
    await page.context().close();
  });

  test.each(['runtime', 'main', 'a part'])('%s does not come: the page reads, the next action works', async (what) => {
    const {page} = await cold(QUICKSTART, {}, 0);
    let broken = true;
    await page.route('**/assets/js/**', async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').pop()!;
      const kind = /^(runtime|main)/.exec(name)?.[0] ?? 'a part';
      if (broken && (what === 'runtime' ? kind === 'runtime' : kind === what)) await route.abort();
      else await route.continue();
    });
    const button = page.locator('.navbar button[aria-label*="dark and light"]').first();
    await button.click();
    await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await choice(page)).toBe('system');
    broken = false;
    await button.click();
    await page.waitForFunction(() => document.documentElement.dataset.themeChoice === 'light');
    await page.context().close();
  });

  test('a part of the page that comes only when asked again: the first action is done', async () => {
    const {page} = await cold(QUICKSTART, {}, 0);
    const asked = new Set<string>();
    await page.route(/assets\/js\/(?!runtime|main)/, async (route) => {
      const again = asked.has(route.request().url());
      asked.add(route.request().url());
      await (again ? route.continue() : route.abort());
    });
    await page.locator('.navbar button[aria-label*="dark and light"]').first().click();
    await page.waitForFunction(() => document.documentElement.dataset.themeChoice === 'light');
    expect(asked.size).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('with a Content-Security-Policy', () => {
  const policy = /Content-Security-Policy: (.*)/.exec(readFileSync(join(siteFolder, '_headers'), 'utf8'))![1]!;

  test('that allows no inline script without a hash', () => {
    expect(/script-src [^;]*/.exec(policy)![0]).not.toMatch(/unsafe/);
  });

  test.each(['/', QUICKSTART, TABLE, '/docs/changelog', OLDER, '/search?q=token'])(
    'nothing of %s is refused, before or after the application starts',
    async (path) => {
      const {page, errors} = await cold('/docs', {}, 0);
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({response, headers: {...response.headers(), 'content-security-policy': policy}});
      });
      await page.goto(path, {waitUntil: 'load'});
      expect(await page.evaluate(() => document.documentElement.dataset.themeChoice)).toBe('system');
      await page.keyboard.press('Control+k');
      await page.locator('.DocSearch-Input').waitFor();
      await page.keyboard.type('token');
      await page.locator('.DocSearch-Hit').first().waitFor();
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});
