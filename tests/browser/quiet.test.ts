import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {Page} from 'playwright-core';
import {openPage, openSite, screen, type Mode, type Site} from '../support/site';

/** Pages that load in silence and stand still: no error, no foreign request, no shift, nothing over the edge. */
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const pages = [
  '/',
  '/docs/api-reference',
  '/docs/tutorials/aws-ec2-provisioner',
  '/docs/reference/environment-variables',
  '/docs/tutorials/no-such-page',
];
const widths = [360, 768, 1280, 1920];
const modes: Mode[] = ['light', 'dark'];

/** Notes what goes wrong on a page, from before it is opened. */
function listen(page: Page, missing: string): string[] {
  const noise: string[] = [];
  page.on('console', (message) => {
    // That the page itself is missing is what the 404 is about.
    if (message.location().url.endsWith(missing) && /404/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) noise.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => noise.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith(missing)) {
      noise.push(`${response.status()}: ${response.url()}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== site.origin) noise.push(`foreign: ${request.url()}`);
  });
  return noise;
}

/** Sum of what moved by itself, and what moved. */
async function shifts(page: Page): Promise<{sum: number; moved: string[]}> {
  return page.evaluate(() => (window as unknown as {shifts: {sum: number; moved: string[]}}).shifts);
}

/** The parts of the bar that are drawn over each other or over the edge. */
async function crowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const items = [
      ...document.querySelectorAll('.navbar__toggle, .navbar__brand, .navbar__items > :not(.navbar__brand)'),
    ]
      .filter((item) => item.checkVisibility({visibilityProperty: true}))
      .map((item) => ({name: item.textContent || item.className, box: item.getBoundingClientRect()}))
      .filter(({box}) => box.width > 0);
    const found: string[] = [];
    for (const [index, {name, box}] of items.entries()) {
      if (box.left < 0 || box.right > document.documentElement.clientWidth) found.push(`${name} is cut off`);
      for (const other of items.slice(index + 1)) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 1 && high > 1) found.push(`${name} over ${other.name}`);
      }
    }
    return found;
  });
}

describe.each(modes)('%s', (mode) => {
  describe.each(widths)('%d px', (width) => {
    test.each(pages)('%s', async (path) => {
      const context = await site.reader({colorScheme: mode, viewport: screen(width)});
      const page = await context.newPage();
      const noise = listen(page, path === pages.at(-1) ? path : 'none');
      await page.addInitScript(() => {
        const found = {sum: 0, moved: [] as string[]};
        Object.assign(window, {shifts: found});
        type Shift = PerformanceEntry & {value: number; hadRecentInput: boolean; sources: {node?: Element | null}[]};
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[]) {
            if (entry.hadRecentInput) continue;
            found.sum += entry.value;
            found.moved.push(
              ...entry.sources.map(
                ({node}) => `${node?.nodeName}.${String(node?.className)} ${node?.textContent?.slice(0, 40)}`,
              ),
            );
          }
        }).observe({type: 'layout-shift', buffered: true});
      });
      // Scripts come late, as over a network: the page is painted before they are there.
      await page.route(/\/assets\/js\//, async (route) => {
        await new Promise((later) => setTimeout(later, 200));
        await route.continue();
      });
      await openPage(page, path);
      await page.waitForTimeout(250);

      expect(noise).toEqual([]);
      const {sum, moved} = await shifts(page);
      if (process.env.SHOW_SHIFTS)
        console.log(`${mode} ${width} ${path}: shift ${sum.toFixed(4)} ${moved.join(' | ')}`);
      expect(sum <= 0.02 ? [] : [sum, ...moved]).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await crowded(page)).toEqual([]);
      await context.close();
    });
  });
});

test.each([320, 640, 997, 1000, 1100, 1199, 1200, 1440])('at %d px nothing in the bar overlaps', async (width) => {
  const context = await site.reader({viewport: screen(width)});
  const page = await context.newPage();
  for (const path of ['/', '/docs/quickstart']) {
    await openPage(page, path);
    expect(await crowded(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    // One line: no item is broken in two.
    expect((await page.locator('.navbar').boundingBox())!.height).toBeLessThanOrEqual(66);
  }
  await context.close();
});

test.each([400, 500, 600, 700])('text of weight %d takes the same room before its font is there', async (weight) => {
  const context = await site.reader();
  const page = await context.newPage();
  await openPage(page, '/docs/quickstart');
  const [real, fallback] = await page.evaluate(async (fontWeight) => {
    await document.fonts.load(`${fontWeight} 16px Geist`);
    const text = Array.from(document.querySelectorAll('article p'), (one) => one.textContent).join(' ');
    return ['Geist', 'Geist Fallback'].map((fontFamily) => {
      const line = document.createElement('span');
      Object.assign(line.style, {fontFamily, fontWeight, whiteSpace: 'nowrap', position: 'absolute'});
      line.textContent = text;
      document.body.append(line);
      return line.getBoundingClientRect().width;
    });
  }, String(weight));
  expect(Math.abs(fallback! / real! - 1)).toBeLessThan(0.01);
  await context.close();
});

describe('an anchor lands below the bar, not far from it', () => {
  test.each([
    ['/docs/api-reference#workspaces', 360],
    ['/docs/api-reference#workspaces', 1280],
    ['/docs/reference/environment-variables#env-ADMIN_TOKEN', 1280],
    ['/docs/reference/environment-variables#env-ADMIN_TOKEN', 360],
  ])('%s at %d px', async (path, width) => {
    const context = await site.reader({viewport: screen(width)});
    const page = await context.newPage();
    await openPage(page, path);
    await page.waitForTimeout(200);
    const id = path.split('#')[1]!;
    const top = (await page.locator(`[id="${id}"]`).boundingBox())!.y;
    const bar = (await page.locator('.navbar').boundingBox())!.height;
    expect(top - bar).toBeGreaterThanOrEqual(8);
    expect(top - bar).toBeLessThanOrEqual(60);
    await context.close();
  });
});

describe('a phone', () => {
  test('shows each row of a long table as a card, whole on the screen', async () => {
    const context = await site.reader({viewport: screen(360)});
    const page = await context.newPage();
    await openPage(page, '/docs/reference/environment-variables');
    const table = page.locator('table:has(tr[id="env-ADMIN_TOKEN"])');
    const row = page.locator('tr[id="env-ADMIN_TOKEN"]');
    const cells = await row
      .locator('td:not(:empty)')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));
    for (const {left, right} of cells) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(360);
    }
    // Each cell says what it is, but the first, which is the row's name.
    const labels = await row
      .locator('td:not(:empty)')
      .evaluateAll((all) => all.slice(1).map((cell) => getComputedStyle(cell, '::before').content));
    expect(labels.every((label) => /"[^"]+"|attr\(/.test(label))).toBe(true);
    // The filter still hides rows.
    await page.getByRole('searchbox').first().fill('ADMIN_TOKEN');
    await page.waitForFunction(
      (element) =>
        Array.from(element!.querySelectorAll('tbody tr')).filter((one) => (one as HTMLElement).checkVisibility())
          .length < 10,
      await table.elementHandle(),
    );
    await context.close();
  });

  test('shows a diagram with letters that can be read', async () => {
    const context = await site.reader({viewport: screen(360)});
    const page = await context.newPage();
    await openPage(page, '/docs/tutorials/aws-ec2-provisioner');
    const small = await page
      .locator('article figure svg')
      .evaluateAll((all) =>
        (all as SVGSVGElement[])
          .map((svg) => (14 * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width)
          .filter((size) => size < 9),
      );
    expect(small).toEqual([]);
    await context.close();
  });
});

describe('printed', () => {
  test('a page is a document: text without bars, menus and buttons, in black on white', async () => {
    const context = await site.reader({colorScheme: 'dark', viewport: screen(1280)});
    const page = await context.newPage();
    await openPage(page, '/docs/tutorials/aws-ec2-provisioner');
    await page.emulateMedia({media: 'print'});
    const drawn = await page
      .locator(
        '.navbar, .footer, .theme-doc-sidebar-container, .theme-doc-toc-desktop, .theme-doc-toc-mobile, .pagination-nav, .hash-link, button',
      )
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.className));
    expect(drawn).toEqual([]);
    const colors = await page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      return [paper, getComputedStyle(document.querySelector('article p')!).color];
    });
    expect(colors).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    // What is folded on the screen is open on paper.
    expect(await page.locator('article figure details p').first().isVisible()).toBe(true);
    const box = (await page.locator('article').boundingBox())!;
    expect(box.x).toBeLessThan(60);
    const pdf = await page.pdf({format: 'A4'});
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    await context.close();
  });
});
