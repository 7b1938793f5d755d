import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {BrowserContext, Page} from 'playwright-core';
import {readManifest, readShard} from '../../src/plugins/search/disk';
import {documentsOf} from '../../src/plugins/search/engine/documents';
import {recordOf} from '../../src/plugins/search/records';
import {startStandIn, type Fault, type StandIn} from '../../src/plugins/search/testing/algolia-stand-in';
import {inRelease} from '../support/pages';
import {currentRelease, oldestRelease} from '../support/releases';
import {openPage, openSite, screen, siteFolder, type Site} from '../support/site';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const hits = (page: Page): Promise<string[]> =>
  page.$$eval('.DocSearch-Hit a', (links) => links.map((link) => link.getAttribute('href') ?? ''));

/** Types a query into the open modal and waits for its results. */
async function ask(page: Page, query: string, first: string | RegExp): Promise<void> {
  await page.fill('.DocSearch-Input', query);
  await page.waitForFunction(
    ([source]) => new RegExp(source!).test(document.querySelector('.DocSearch-Hit a')?.getAttribute('href') ?? ''),
    [first instanceof RegExp ? first.source : `^${first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`],
  );
}

async function open(context: BrowserContext, path = '/docs/tokens'): Promise<Page> {
  const page = await context.newPage();
  await openPage(page, path);
  return page;
}

describe('the embedded search', () => {
  test('opens on "/", loses no letter, and asks nobody outside', async () => {
    const page = await open(await site.reader());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.keyboard.press('/');
    await page.keyboard.type('KMS_KEY_ARN');
    await page.waitForSelector('.DocSearch-Hit');
    expect(await page.inputValue('.DocSearch-Input')).toBe('KMS_KEY_ARN');
    // Headings may have answered first; the texts answer the same query as soon as they are there.
    await page.waitForSelector('.DocSearch-Hit a[href$="#env-KMS_KEY_ARN"]');
    await ask(page, 'KMS_KEY_ARN ', '/docs/reference/environment-variables#env-KMS_KEY_ARN');
    expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/reference/environment-variables#env-KMS_KEY_ARN');
  });

  test('opens on "/" while a button has the focus, and a letter lands where it was typed', async () => {
    const page = await open(await site.reader());
    await page.focus('.navbar button');
    await page.keyboard.press('/');
    await page.keyboard.type('rotate');
    await page.waitForSelector('.DocSearch-Hit');
    await page.keyboard.type(' token');
    expect(await page.inputValue('.DocSearch-Input')).toBe('rotate token');
  });

  // A box that becomes a dialog after its field was entered takes a screen reader out of the field again.
  test('is known as a dialog before its field is entered at last', async () => {
    const page = await open(await site.reader());
    await page.evaluate(() => {
      document.addEventListener('focusin', ({target}) => {
        const box = (target as Element).closest('.DocSearch-Modal');
        if (box) document.documentElement.dataset.enteredAs = box.role ?? 'no dialog';
      });
    });
    await page.keyboard.press('/');
    await page.waitForSelector('html[data-entered-as=dialog]');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });

  test('keeps its field on a touch screen, so that the keyboard stays', async () => {
    const page = await open(await site.reader({viewport: screen(390), hasTouch: true, isMobile: true}));
    await page.evaluate(() => {
      document.addEventListener('focusout', ({target}) => {
        if ((target as Element).matches('.DocSearch-Input')) document.documentElement.dataset.left = '';
      });
    });
    await page.tap('.DocSearch-Button');
    await page.waitForSelector('.DocSearch-Modal[role=dialog]');
    await page.keyboard.type('rotate');
    await page.waitForSelector('.DocSearch-Hit');
    expect(await page.inputValue('.DocSearch-Input')).toBe('rotate');
    expect(await page.locator('html[data-left]').count()).toBe(0);
  });

  test('loads nothing before the reader opens it', async () => {
    const page = await (await site.reader()).newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openPage(page, '/docs/tokens');
    expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
  });

  test.each([
    [inRelease('/docs/tokens', oldestRelease), `${inRelease('/docs', oldestRelease)}/`],
    ['/docs/next/tokens', '/docs/next/'],
  ])('on %s it finds pages of that release only', async (path, start) => {
    const page = await open(await site.reader(), path);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.DocSearch-Input');
    await ask(page, 'schedules', `${start}schedules`);
    expect((await hits(page)).filter((url) => !url.startsWith(start))).toEqual([]);
  });

  test('goes on offline once it was loaded', async () => {
    const context = await site.reader();
    const page = await open(context);
    await page.keyboard.press('/');
    await page.waitForSelector('.DocSearch-Input');
    await ask(page, 'postgres is the truth', /constraints-and-rules/);
    await context.setOffline(true);
    await ask(page, 'canvas', '/docs/frontend/canvas');
  });

  test('a query and a page text never become markup', async () => {
    const page = await open(await site.reader());
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await page.keyboard.press('/');
    await page.waitForSelector('.DocSearch-Input');
    await page.fill('.DocSearch-Input', '<img src=x onerror=alert(1)> token');
    await page.waitForSelector('.DocSearch-Hit');
    expect(await page.locator('.DocSearch-Modal img').count()).toBe(0);
    await page.goto('/search?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20token');
    await page.waitForSelector('main ol li');
    expect(await page.locator('main img').count()).toBe(0);
    expect(dialogs).toEqual([]);
  });

  test('nothing found: close words and where to ask', async () => {
    const page = await open(await site.reader());
    await page.keyboard.press('/');
    await page.waitForSelector('.DocSearch-Input');
    expect(await page.getByRole('dialog', {name: 'Search'}).getByRole('combobox').count()).toBe(1);
    await page.fill('.DocSearch-Input', 'qqqqzzzz');
    await page.waitForSelector('text=Ask on GitHub');
    await page.fill('.DocSearch-Input', 'shedyle');
    await page.waitForSelector('text=Search for “schedule”');
  });

  test('a section that has no result says so and can be taken off', async () => {
    const page = await open(await site.reader(), '/search?q=KMS_KEY_ARN&section=Tutorials');
    await page.waitForSelector('text=Nothing under Tutorials');
    await page.getByRole('button', {name: /Tutorials/, pressed: true}).click();
    await page.waitForSelector('main ol li');
  });

  test('the results page answers a plain form, filters and changes the release', async () => {
    const page = await open(await site.reader({viewport: screen(390)}), '/search?q=fly+machines');
    await page.waitForSelector('main ol li');
    await page.selectOption('select[name=release]', {label: '2026.04 · Fly Machines'});
    await page.waitForURL('**release=2026.04*');
    await page.waitForSelector('main a[href="/docs/2026.04/tutorials/fly-machines-provisioner"]');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  // A letter every quarter second: the address is about to change at each.
  test('a slow typist loses no letter on the results page', async () => {
    const page = await open(await site.reader(), '/search?q=x');
    await page.waitForSelector('main ol li');
    const field = page.locator('main input[type=search]');
    await field.fill('');
    await field.pressSequentially('rotate a token', {delay: 256});
    await page.waitForURL('**/search?q=rotate+a+token');
    expect(await field.inputValue()).toBe('rotate a token');
  });
});

describe('with Algolia', () => {
  let algolia: StandIn;
  beforeAll(async () => {
    algolia = await startStandIn();
    const {heads, full} = readShard(siteFolder, readManifest(siteFolder)!.releases[currentRelease]!);
    const records = documentsOf(heads, full).map((document, position) => recordOf(heads, document, position));
    const objects = new Map(records.map((record) => [record.objectID, record as unknown as Record<string, unknown>]));
    algolia.indices.set('docs', {objects, settings: {}, synonyms: []});
  });
  afterAll(() => algolia.close());

  /** The same scripts as of a build with keys: they differ in what the page is told about Algolia, nothing else. */
  async function told(path?: string): Promise<Page> {
    const context = await site.reader();
    await context.route('**/assets/js/main.*.js', async (route) => {
      const text = readFileSync(join(siteFolder, new URL(route.request().url()).pathname), 'utf8');
      const body = text.replace('"algolia":false', `"algolia":true,"host":"${algolia.host}"`);
      if (body === text) throw new Error('the script does not say whether there is Algolia');
      await route.fulfill({body, contentType: 'text/javascript'});
    });
    return open(context, path);
  }

  async function reader(): Promise<Page> {
    const page = await told();
    await page.keyboard.press('/');
    await page.waitForSelector('.DocSearch-Input');
    return page;
  }

  const answeredBy = (page: Page, by: string) => page.waitForSelector(`[data-answered-by=${by}]`);

  test('Algolia answers, in the release of the reader', async () => {
    algolia.fault = 'none';
    const page = await reader();
    await page.fill('.DocSearch-Input', 'rotate');
    await answeredBy(page, 'algolia');
    expect(JSON.stringify(algolia.searches.at(-1))).toContain(`docusaurus_tag:docs-default-${currentRelease}`);
  });

  test('the results page counts, filters and turns pages with Algolia as without it', async () => {
    algolia.fault = 'none';
    const page = await told('/search?q=workspace');
    await page.waitForSelector('main [role=status]:has-text("answered by Algolia")');
    const hits = () =>
      page.locator('main ol li a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const first = await hits();
    await page.getByRole('link', {name: 'Next', exact: true}).click();
    await page.waitForSelector('main nav:has-text("Page 2 of")');
    await page.waitForFunction(
      (before) => document.querySelector('main ol li a')?.getAttribute('href') !== before,
      first[0],
    );
    const second = await hits();
    expect(second.length).toBeGreaterThanOrEqual(10);
    // A page with hits on both is named on both; a place is on one.
    expect(second.filter((hit) => hit?.includes('#') && first.includes(hit))).toEqual([]);
    expect(JSON.stringify(algolia.searches.at(-1))).toContain('"page":1');
  });

  test.each<Fault>(['refuse', 'delay', 'cut', 'garbage', 'error', 'forbidden'])(
    '%s: the index answers, and Algolia again after a success',
    async (fault) => {
      algolia.fault = fault;
      const page = await reader();
      await page.fill('.DocSearch-Input', 'canvas');
      await answeredBy(page, 'fallback');
      expect(await page.locator('.DocSearch-ErrorScreen').count()).toBe(0);
      algolia.fault = 'none';
      // Each keystroke asks Algolia in the background, until one is answered; how soon is the machine's affair.
      const answerer = page.locator('[data-answered-by]').first();
      for (let key = 0; (await answerer.getAttribute('data-answered-by')) !== 'algolia'; key++) {
        expect(key).toBeLessThan(60);
        await page.fill('.DocSearch-Input', key % 2 ? 'rotate' : 'rotat');
        await page.waitForTimeout(300);
      }
    },
  );

  test('blocked by the browser: the index answers', async () => {
    algolia.fault = 'none';
    const page = await reader();
    await page.route(`${algolia.host}/**`, (route) => route.abort('blockedbyclient'));
    await page.fill('.DocSearch-Input', 'canvas');
    await answeredBy(page, 'fallback');
  });
});
