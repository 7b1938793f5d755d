import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
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
  await openPage(page, `/releases/${oldestRelease}-to-${secondRelease}/no-such-page`);
  expect(errors).toEqual([]);
});
