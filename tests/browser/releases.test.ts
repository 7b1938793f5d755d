import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {Page} from 'playwright-core';
import {docPages} from '../support/pages';
import {oldestRelease, secondRelease} from '../support/releases';
import {openPage, openSite, screen, siteFolder, type Site} from '../support/site';

/** A reader between releases: comparisons, anchors that moved, addresses that are gone. */
let site: Site;

/** A page with a block that is another one than in the release before. */
const changed = docPages(secondRelease)
  .map(({path, html}) => ({path, comparison: comparisonOf(html)}))
  .find(({comparison}) => comparison !== '' && hasChangedBlock(comparison))!;

function comparisonOf(html: string): string {
  const address = new RegExp(`href="?(/releases/${oldestRelease}-to-${secondRelease}/[^\\s">]+)`);
  return address.exec(html)?.[1] ?? '';
}

function hasChangedBlock(comparison: string): boolean {
  return readFileSync(join(siteFolder, `${comparison}.html`), 'utf8').includes('rel-block--changed');
}

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

test('the line of a page leads to its comparison, which React leaves as it is', async () => {
  const page = await (await site.reader({viewport: screen(1280)})).newPage();
  await openPage(page, changed.path);
  await page.getByRole('link', {name: `changed since ${oldestRelease}`}).click();
  await page.locator('#release-page h1').waitFor();
  expect(page.url()).toContain(changed.comparison);
  await openPage(page, changed.comparison);
  expect(await page.locator('#release-page').locator('ins, del').count()).toBeGreaterThan(0);
  expect(await page.title()).toContain(`${oldestRelease} to ${secondRelease}`);
});

test('a comparison is whole without JavaScript; in one column on a phone, in two on a desk', async () => {
  for (const [width, shown] of [
    [360, false],
    [1280, true],
  ] as const) {
    const page = await (await site.reader({viewport: screen(width), javaScriptEnabled: false})).newPage();
    await page.goto(changed.comparison);
    expect(await page.locator('.rel-block--changed > .rel-before').first().isVisible()).toBe(shown);
    expect(await page.locator('.rel-after').first().isVisible()).toBe(true);
  }
});

test.each([360, 1280])('%d px: read aloud, a changed block says what was removed and what was added', async (width) => {
  const page = await (await site.reader({viewport: screen(width)})).newPage();
  await openPage(page, '/releases/2026.04-to-2026.05/quickstart');
  const both = page
    .locator('.rel-block--changed')
    .filter({has: page.locator('del')})
    .filter({has: page.locator('ins')});
  const said = await both.first().ariaSnapshot();
  expect(said).toMatch(/removed: /);
  expect(said).toMatch(/added: /);
});

test('on a desk the keyboard goes through both tables of a change, and into nothing that is not read aloud', async () => {
  const page = await (await site.reader({viewport: screen(1280)})).newPage();
  await openPage(page, '/releases/2026.04-to-2026.05/workspace-config');
  const stops = await page
    .locator('.rel-block--changed .rel-scroll')
    .evaluateAll((tables) =>
      tables.map((table) => [(table as HTMLElement).tabIndex, table.closest('[aria-hidden="true"]') !== null]),
    );
  expect(stops.length).toBeGreaterThanOrEqual(2);
  expect(stops).toEqual(stops.map(() => [0, false]));
});

describe('an anchor that the release does not have leads to the nearest heading above', () => {
  const path = '/docs/2026.04/reference/environment-variables';

  /** Waits until the page has answered for the anchor, and tells where the reader is. */
  async function answered(page: Page): Promise<void> {
    await page.waitForFunction(() => location.hash !== '#env-AWS_REGION');
    const anchor = new URL(page.url()).hash.slice(1);
    expect(anchor === '' || (await page.locator(`[id="${anchor}"]`).count()) === 1).toBe(true);
  }

  test('on arrival, before the reader does anything', async () => {
    const page = await (await site.reader()).newPage();
    await page.goto(`${path}#env-AWS_REGION`);
    await answered(page);
  });

  test('when it is put behind the address of the page being read', async () => {
    const page = await (await site.reader()).newPage();
    await page.goto(path);
    await page.evaluate(() => (location.hash = '#env-AWS_REGION'));
    await answered(page);
  });
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
  await openPage(page, `/releases/${oldestRelease}-to-${secondRelease}/no-such-page`);
  expect(errors).toEqual([]);
});
