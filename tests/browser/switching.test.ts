import {afterAll, beforeAll, beforeEach, afterEach, describe, expect, test} from '@jest/globals';
import type {BrowserContext, Page} from 'playwright-core';
import {docPages, inRelease, sections} from '../support/pages';
import {
  builtReleases,
  currentRelease,
  labelOf,
  oldestRelease,
  pickRelease,
  releaseButton,
  releaseEntry,
  tabTo,
  unmaintainedReleases,
} from '../support/releases';
import {addressOf, openPage, openSite, screen, settled, type Site} from '../support/site';

/** From one release to another: what a reader keeps, and what the reader is told. */
let site: Site;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());
beforeEach(async () => {
  context = await site.reader({viewport: screen(1280)});
  page = await context.newPage();
});
afterEach(() => context.close());

/** Picks a release with the keyboard alone. */
async function pickByKeyboard(release: string): Promise<void> {
  // At an anchor the way to the bar is back.
  const back = new URL(page.url()).hash !== '';
  await tabTo(page, releaseButton(page), back ? 200 : 30, back ? 'Shift+Tab' : 'Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, releaseEntry(page, release), 6);
  await page.keyboard.press('Enter');
}

const ways = [
  ['by mouse', (release: string) => pickRelease(page, release)],
  ['by keyboard', pickByKeyboard],
] as const;

/** A section that a page has in both releases. */
function sharedSection(path: string, release: string): string {
  const there = docPages(release).find((other) => other.path === inRelease(path, release))!;
  const here = docPages('current').find((own) => own.path === path)!;
  const shared = sections(here).filter((id) => sections(there).includes(id));
  return shared[2]!;
}

describe.each(ways)('switching %s', (_, pick) => {
  test.each([
    ['/docs', oldestRelease],
    ['/docs/quickstart', oldestRelease],
    ['/docs/security', oldestRelease],
    ['/docs/architecture/overview', 'next'],
  ])('%s opens as the same page of %s', async (path, release) => {
    await openPage(page, path);
    await pick(release);
    await page.waitForURL(`**${inRelease(path, release)}`);
    await page
      .locator(`meta[name="docusaurus_version"][content="${release === 'next' ? 'current' : release}"]`)
      .waitFor({state: 'attached'});
  });

  test('there and back, from an old release to the current one', async () => {
    await openPage(page, inRelease('/docs/concepts', oldestRelease));
    await pick(currentRelease);
    await page.waitForURL('**/docs/concepts');
  });

  test('anchor and query stay, and the section is where the reader looks', async () => {
    const anchor = sharedSection('/docs/api-reference', oldestRelease);
    await openPage(page, `/docs/api-reference?filter=token#${anchor}`);
    await pick(oldestRelease);
    const there = inRelease('/docs/api-reference', oldestRelease);
    await page.waitForURL(`**${there}**`);
    expect(addressOf(page)).toBe(`${there}?filter=token#${anchor}`);
    await page.waitForFunction((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1;
      const bar = document.querySelector('.navbar')!.getBoundingClientRect().bottom;
      return top >= bar && top < window.innerHeight;
    }, anchor);
  });

  test('a page that is missing there: the menu says so and leads to its nearest kin', async () => {
    await openPage(page, '/docs/tutorials/aws-ec2-provisioner?x=1#how-a-tenant-starts');
    expect(await releaseEntry(page, '2026.04').textContent()).toMatch(/not in it/);
    expect(await releaseEntry(page, 'next').textContent()).not.toMatch(/not in it/);
    await pick('2026.04');
    // Query and anchor are the other page's: they do not go along.
    await page.waitForURL(`${site.origin}/docs/2026.04/tutorials/fly-machines-provisioner`);
  });

  test("the chosen release is kept for the bar's Docs link after a reload", async () => {
    await openPage(page, '/docs/quickstart');
    await pick(oldestRelease);
    await page.waitForURL(`**${inRelease('/docs/quickstart', oldestRelease)}`);
    const docs = page.locator('.navbar').getByRole('link', {name: 'Docs', exact: true});
    await page.goto('/');
    await page.reload();
    await settled(page);
    const start = inRelease('/docs', oldestRelease);
    await page.waitForFunction(([element, href]) => element?.getAttribute('href') === href, [
      await docs.elementHandle(),
      start,
    ] as const);
    await docs.click();
    await page.waitForURL(`**${start}`);
    await pick(currentRelease);
    await page.waitForURL(`${site.origin}/docs`);
    await openPage(page, '/');
    expect(await docs.getAttribute('href')).toBe('/docs');
  });
});

test('a filter that was typed stays, from a menu that was open before too', async () => {
  const field = page.locator('main input[type=search]').first();
  await openPage(page, '/docs/reference/environment-variables');
  await releaseButton(page).click();
  await field.focus();
  await page.keyboard.type('kms');
  await page.waitForFunction(() => location.search === '?filter=kms');
  await releaseEntry(page, 'next').click();
  await page.waitForURL(`${site.origin}/docs/next/reference/environment-variables?filter=kms`);
  expect(await field.inputValue()).toBe('kms');
});

test('an anchor of a page outside the docs stays there, before the application is there too', async () => {
  await page.goto('/#home-search');
  await pickRelease(page, 'next');
  await page.waitForURL('**/docs/next*');
  expect(page.url()).toBe(`${site.origin}/docs/next`);
});

test('every page of every release leads to a page that exists in every other', async () => {
  const paths = new Set(builtReleases.flatMap((release) => docPages(release).map(({path}) => path)));
  const dead: string[] = [];
  for (const release of builtReleases) {
    for (const {path, html} of docPages(release)) {
      const menu = /<details[\s\S]*?<\/details>/.exec(html)![0];
      const targets = [...menu.matchAll(/href="?(\/docs[^\s">]*)/g)].map((match) => match[1]!);
      if (targets.length < builtReleases.length) dead.push(`${path}: ${targets.length} releases`);
      dead.push(...targets.filter((target) => !paths.has(target)).map((target) => `${path}: ${target}`));
    }
  }
  expect(dead).toEqual([]);
});

describe('the menu of releases', () => {
  beforeEach(() => openPage(page, '/docs/quickstart'));
  const open = () => page.locator('.navbar details').first().getAttribute('open');

  test('marks the release being read, and names them all', async () => {
    await releaseButton(page).click();
    expect(await releaseEntry(page, currentRelease).getAttribute('aria-current')).toBeTruthy();
    for (const release of builtReleases) {
      expect(await releaseEntry(page, release).isVisible()).toBe(true);
    }
  });

  test('closes with Escape, and the focus is on its button again', async () => {
    await tabTo(page, releaseButton(page));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await open()).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await open()).toBeNull();
    expect(await releaseButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('closes with a click outside', async () => {
    await releaseButton(page).click();
    await page.mouse.click(700, 860);
    expect(await open()).toBeNull();
  });

  test.each([360, 768])('fits a screen %d px wide', async (width) => {
    await page.setViewportSize(screen(width));
    await releaseButton(page).click();
    for (const entry of await page.locator('.navbar details').first().getByRole('link').all()) {
      const box = (await entry.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.height).toBeGreaterThanOrEqual(40);
    }
  });
});

// There may be none.
for (const release of unmaintainedReleases) {
  describe(`a page of ${release}, which is not maintained`, () => {
    test('says so and links to the same page of the current release', async () => {
      await openPage(page, inRelease('/docs/quickstart', release));
      const banner = page.locator('.release-banner');
      expect(await banner.innerText()).toContain(labelOf(release));
      expect(await banner.innerText()).toMatch(/no longer maintained/);
      await banner.getByRole('link').first().click();
      await page.waitForURL(`${site.origin}/docs/quickstart`);
      // The address changes at once, the page as soon as its files are there.
      await banner.waitFor({state: 'detached'});
    });

    test('says so wherever it is', () => {
      const silent = docPages(release).filter(({html}) => !/class="?[^>]*release-banner/.test(html));
      expect(silent.map(({path}) => path)).toEqual([]);
    });
  });
}

test('next says that it is not the current release', async () => {
  await openPage(page, '/docs/next/quickstart');
  await page.locator('.release-banner').getByRole('link').first().click();
  await page.waitForURL(`${site.origin}/docs/quickstart`);
});
