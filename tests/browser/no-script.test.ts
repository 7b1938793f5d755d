import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {BrowserContext, Page} from 'playwright-core';
import {docPages, inRelease} from '../support/pages';
import {
  builtReleases,
  currentRelease,
  labelOf,
  oldestRelease,
  pickRelease,
  releaseButton,
  releaseEntry,
} from '../support/releases';
import {addressOf, openSite, screen, type Site} from '../support/site';

/** Everything that a reader without JavaScript must get. */
let site: Site;
const readers = new Map<number, BrowserContext>();

beforeAll(async () => {
  site = await openSite();
  for (const width of [360, 1280]) {
    readers.set(width, await site.reader({javaScriptEnabled: false, viewport: screen(width)}));
  }
}, 60_000);
afterAll(() => site.close());

async function open(path: string, width = 1280): Promise<Page> {
  const page = await readers.get(width)!.newPage();
  await page.goto(path);
  return page;
}

describe.each([360, 1280])('without JavaScript, %d px wide', (width) => {
  test.each([
    '/',
    '/docs/quickstart',
    '/docs/api-reference',
    inRelease('/docs/quickstart', oldestRelease),
    '/docs/next/quickstart',
  ])('the links of the bar can be reached on %s', async (path) => {
    const page = await open(path, width);
    for (const name of ['Docs', 'Tutorials', 'API', 'Changelog', 'Platform', 'Marketplace', 'Landing', 'GitHub']) {
      const link = page
        .locator('.navbar')
        .getByRole('link', {name: new RegExp(`^${name}|${name}$`)})
        .last();
      expect([name, await link.isVisible()]).toEqual([name, true]);
      const box = (await link.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    expect(await releaseButton(page).isVisible()).toBe(true);
    await page.close();
  });

  test('nothing in the bar is there that only a script could make work', async () => {
    const page = await open('/docs/quickstart', width);
    const dead = await page
      .locator('.navbar button, .navbar [class*=olorModeToggle]')
      .evaluateAll((buttons) => buttons.filter((button) => button.checkVisibility()).map((button) => button.outerHTML));
    expect(dead).toEqual([]);
    await page.close();
  });

  test.each(builtReleases)('the sidebar has every page of %s, and opens', async (release) => {
    const pages = docPages(release).map(({path}) => path);
    expect(pages.length).toBeGreaterThan(40);
    const page = await open(inRelease('/docs/quickstart', release), width);
    const sidebar = page.locator('.theme-doc-sidebar-container');
    const linked = await sidebar
      .locator('a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect([...new Set(linked.filter((path) => path.startsWith('/docs')))].sort()).toEqual(pages);
    // One after the other: a category in a category is there once the outer one is open.
    const closed = sidebar.locator('details:not([open]) > summary:visible');
    while ((await closed.count()) > 0) await closed.first().click();
    const hidden = await sidebar
      .locator('a')
      .evaluateAll((links) => links.filter((link) => !link.checkVisibility({visibilityProperty: true})).length);
    expect(hidden).toBe(0);
    await page.close();
  });

  test('the release menu leads to the same page of the other release', async () => {
    const page = await open('/docs/quickstart', width);
    await releaseButton(page).click();
    expect(await releaseEntry(page, oldestRelease).isVisible()).toBe(true);
    const box = (await releaseEntry(page, oldestRelease).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    await releaseEntry(page, oldestRelease).click();
    await page.waitForURL(`**${inRelease('/docs/quickstart', oldestRelease)}`);
    await page.close();
  });
});

test('on a phone a link at the start of a page leads to the list of pages', async () => {
  const page = await open('/docs/api-reference', 360);
  await page.getByRole('link', {name: 'All pages of this release'}).click();
  expect(addressOf(page)).toBe('/docs/api-reference#all-pages');
  const top = (await page.locator('.theme-doc-sidebar-container').boundingBox())!.y;
  expect(top).toBeGreaterThanOrEqual(-5);
  expect(top).toBeLessThan(740);
  await page.close();
});

test('a page that the other release has not: the menu says so and leads to its nearest kin', async () => {
  const page = await open('/docs/tutorials/aws-ec2-provisioner');
  await releaseButton(page).click();
  expect(await releaseEntry(page, '2026.04').innerText()).toMatch(/not in it/);
  await releaseButton(page).click();
  await pickRelease(page, '2026.04');
  await page.waitForURL('**/docs/2026.04/tutorials/fly-machines-provisioner');
  await page.close();
});

test('a page of an older release says which one it is of and links to the current one', async () => {
  for (const release of builtReleases.filter((name) => name !== currentRelease && name !== 'next')) {
    const page = await open(inRelease('/docs/quickstart', release));
    const banner = page.locator('.release-banner');
    expect(await banner.innerText()).toContain(labelOf(release));
    await banner.getByRole('link').first().click();
    await page.waitForURL('**/docs/quickstart');
    await page.close();
  }
});

test.each(builtReleases)('%s: text, tables and code of every page are in its HTML', (release) => {
  const poor = docPages(release)
    .map(({path, html}) => {
      const article = /<article[\s>][\s\S]*<\/article>/.exec(html)?.[0] ?? '';
      const words = article.replace(/<[^>]+>/g, ' ').split(/\s+/).length;
      return {path, words, title: /<h1/.test(article)};
    })
    .filter(({words, title}) => words < 40 || !title);
  expect(poor).toEqual([]);
});

test('a long table is drawn with all of its rows', async () => {
  const page = await open('/docs/reference/environment-variables', 1280);
  const rows = page.locator('article table tr[id]');
  expect(await rows.count()).toBeGreaterThan(100);
  expect(await rows.evaluateAll((all) => all.filter((row) => !row.checkVisibility()).length)).toBe(0);
  await page.close();
});

test.each([360, 1280])('a diagram is a picture, and its text opens, %d px wide', async (width) => {
  const page = await open('/docs/tutorials/aws-ec2-provisioner', width);
  const picture = page.locator('article figure svg').first();
  expect(await picture.isVisible()).toBe(true);
  expect((await picture.boundingBox())!.width).toBeGreaterThan(200);
  expect(await picture.getAttribute('aria-labelledby')).toBeTruthy();
  const text = page.locator('article figure details').first();
  await text.locator('summary').click();
  expect((await text.locator('p').innerText()).length).toBeGreaterThan(80);
  expect(await text.locator('pre').isVisible()).toBe(true);
  await page.close();
});

test('code is drawn, and no button stands on it that needs a script', async () => {
  const page = await open('/docs/quickstart');
  expect(await page.locator('article pre').first().isVisible()).toBe(true);
  expect(await page.locator('article [class*=buttonGroup] button:visible').count()).toBe(0);
  await page.close();
});

test('panels of tabs are all drawn', async () => {
  const page = await readers.get(1280)!.newPage();
  // As the theme renders them; no page has any yet.
  const tabs = '<div role="tabpanel">Linux</div><div role="tabpanel" hidden="">macOS</div>';
  await page.route('**/docs/quickstart', async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: (await response.text()).replace('</article>', `${tabs}</article>`)});
  });
  await page.goto('/docs/quickstart');
  const panels = page.locator('article [role=tabpanel]');
  expect(await panels.evaluateAll((all) => all.map((panel) => panel.checkVisibility()))).toEqual([true, true]);
  await page.close();
});

test('the missing page offers where to go', async () => {
  const page = await open('/docs/no-such-page');
  expect(await page.locator('h1').innerText()).toBe('There is no page at this address');
  expect(await page.locator('main').getByRole('link', {name: 'Quickstart'}).isVisible()).toBe(true);
  await page.close();
});
