import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import type {AxeResults} from 'axe-core';
import {inRelease} from '../support/pages';
import {oldestRelease, releaseButton} from '../support/releases';
import {openPage, openSite, screen, siteFolder, type Mode, type Site} from '../support/site';
import type {BrowserContext, Page} from 'playwright-core';

/** Every kind of page, in both modes and at two widths, by every rule of axe-core. */
let site: Site;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One reader for each mode and width: what one page has fetched, the next has. */
const readers = new Map<string, BrowserContext>();
async function newPage(mode: Mode, width: number): Promise<Page> {
  const key = `${mode} ${width}`;
  const reader = readers.get(key) ?? (await site.reader({colorScheme: mode, viewport: screen(width)}));
  readers.set(key, reader);
  return reader.newPage();
}

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

/** Address of a page of the build that compares two releases, and has a block with this label. */
function comparisonWith(label: string): string {
  const file = readdirSync(join(siteFolder, 'releases'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.html'))
    .sort()
    .find((name) => readFileSync(join(siteFolder, 'releases', name), 'utf8').includes(`aria-label="${label}"`));
  if (file === undefined) throw new Error(`${siteFolder}: no comparison of releases has a block "${label}"`);
  return `/releases/${file.replace(/\.html$/, '').replaceAll('\\', '/')}`;
}

const kinds: [string, string][] = [
  ['home', '/'],
  ['page', '/docs/quickstart'],
  ['reference with filters', '/docs/reference/runtimes'],
  ['wide tables', '/docs/reference/environment-variables'],
  ['diagram', '/docs/tutorials/aws-ec2-provisioner'],
  ['status banner', '/docs/tutorials/fly-machines-provisioner'],
  ['old release', inRelease('/docs/quickstart', oldestRelease)],
  ['next release', '/docs/next/quickstart'],
  ['missing', '/docs/tutorials/no-such-page'],
  ['comparison, with a changed table', comparisonWith('table changed')],
  ['comparison, with changed code', comparisonWith('code changed')],
  ['search', '/search?q=token'],
  ['releases', '/releases'],
];

/** What axe finds on a page as it is now, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (window as unknown as {axe: {run: (context: Document, options: object) => Promise<AxeResults>}}).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return results.violations.flatMap(({id, help, nodes}) =>
    nodes.slice(0, 5).map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`),
  );
}

describe.each<Mode>(['light', 'dark'])('%s', (mode) => {
  describe.each([360, 1280])('%d px', (width) => {
    test.each(kinds)('%s', async (_, path) => {
      const page = await newPage(mode, width);
      await openPage(page, path);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    test('the open menu of releases', async () => {
      const page = await newPage(mode, width);
      await openPage(page, '/docs/tutorials/aws-ec2-provisioner');
      await releaseButton(page).click();
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });

  test('the open menu of a phone', async () => {
    const page = await newPage(mode, 360);
    await openPage(page, '/docs/quickstart');
    await page.locator('.navbar__toggle').click();
    await page.locator('.navbar-sidebar').waitFor({state: 'visible'});
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

test.each<Mode>(['light', 'dark'])('%s: what has the focus shows it', async (mode) => {
  const page = await newPage(mode, 1280);
  const bare: string[] = [];
  for (const path of ['/', '/docs/reference/environment-variables']) {
    await openPage(page, path);
    for (let presses = 0; presses < 45; presses++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement!;
        const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
        const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        return element === document.body || ring || boxShadow !== 'none' ? '' : element.outerHTML.slice(0, 120);
      });
      if (found) bare.push(`${path}: ${found}`);
    }
  }
  expect(bare).toEqual([]);
  await page.close();
});
