import type {Locator, Page} from 'playwright-core';
import {builtNames, currentRelease as currentOf, loadReleases, NEXT} from '../../src/plugins/releases/releases';

const releases = loadReleases(process.cwd());

/** The release at the addresses without a release's name in them. */
export const currentRelease = currentOf(releases);

/** Releases that readers can open, oldest first, next last. */
export const builtReleases = builtNames(releases);

/** The oldest release that readers can open, and the one after it. */
export const [oldestRelease = NEXT, secondRelease = NEXT] = builtReleases;

/** Releases that are no longer maintained, and can be read. There may be none. */
export const unmaintainedReleases = builtReleases.filter((name) => releases[name]?.status === 'unmaintained');

export const labelOf = (release: string): string => releases[release]!.label;

/** The button of the bar that opens the list of releases. */
export const releaseButton = (page: Page): Locator => page.locator('.navbar details summary').first();

/** The entry of a release in that list. */
export const releaseEntry = (page: Page, release: string): Locator =>
  page
    .locator('.navbar details')
    .first()
    .locator('a', {hasText: labelOf(release)});

/** Opens the list of releases and picks one, by mouse. */
export async function pickRelease(page: Page, release: string): Promise<void> {
  await releaseButton(page).click();
  await releaseEntry(page, release).click();
}

/** Presses a key, Tab at first, until the element has the focus. */
export async function tabTo(page: Page, target: Locator, limit = 60, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < limit; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`not reached with ${limit} presses of ${key}`);
}
