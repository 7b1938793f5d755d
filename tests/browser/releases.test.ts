import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {openPage, openSite, screen, type Site} from '../support/site';

/** A reader between releases: comparisons, anchors that moved, addresses that are gone. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

test('the line of a page leads to its comparison, which React leaves as it is', async () => {
  const page = await (await site.reader({viewport: screen(1280)})).newPage();
  await openPage(page, '/docs/quickstart');
  await page.getByRole('link', {name: 'changed since 2026.04'}).click();
  await page.locator('#release-page h1').waitFor();
  expect(page.url()).toContain('/releases/2026.04-to-2026.05/quickstart');
  await openPage(page, '/releases/2026.04-to-2026.05/quickstart');
  expect(await page.locator('#release-page ins').count()).toBeGreaterThan(0);
  expect(await page.title()).toContain('2026.04 to 2026.05');
});

test('a comparison is whole without JavaScript; in one column on a phone, in two on a desk', async () => {
  for (const [width, shown] of [
    [360, false],
    [1280, true],
  ] as const) {
    const page = await (await site.reader({viewport: screen(width), javaScriptEnabled: false})).newPage();
    await page.goto('/releases/2026.04-to-2026.05/quickstart');
    expect(await page.locator('.rel-block--changed > .rel-before').first().isVisible()).toBe(shown);
    expect(await page.locator('.rel-after').first().isVisible()).toBe(true);
  }
});

test('an anchor that the release does not have leads to the nearest heading above', async () => {
  const page = await (await site.reader()).newPage();
  await openPage(page, '/docs/2026.04/reference/environment-variables#env-AWS_REGION');
  await page.waitForFunction(() => location.hash !== '#env-AWS_REGION');
  const anchor = new URL(page.url()).hash.slice(1);
  expect(anchor === '' || (await page.locator(`[id="${anchor}"]`).count()) === 1).toBe(true);
});

test('an address of a release without the page says where the page is', async () => {
  const page = await (await site.reader()).newPage();
  await openPage(page, '/docs/2026.04/marketplace');
  const help = page.getByRole('main').getByRole('status');
  await help.getByRole('link').first().waitFor();
  expect(await help.textContent()).toContain('It is in');
});

test('a comparison that is not written is a 404 without an error', async () => {
  const page = await (await site.reader()).newPage();
  const errors: string[] = [];
  page.on(
    'console',
    (message) => message.type() === 'error' && !/404/.test(message.text()) && errors.push(message.text()),
  );
  await openPage(page, '/releases/2026.04-to-2026.05/no-such-page');
  expect(errors).toEqual([]);
});
