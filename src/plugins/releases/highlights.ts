import {currentRelease, type Release, type Releases} from './releases';
import {addressOf, routeOf} from './routes';
import type {SiteRelease} from './site';

/** What the home page links to: a page of the current release, and what it says about it. */
export type HighlightLink = {to: string; text: string};

/** What is new in the current release, in the order of releases.json; empty where nobody said anything. */
export function currentHighlights(releases: Releases): HighlightLink[] {
  const {highlights = []} = releases[currentRelease(releases)] as Release;
  return highlights.map(({page, anchor, text}) => ({
    to: addressOf('/docs', routeOf(page)) + (anchor === undefined ? '' : `#${anchor}`),
    text,
  }));
}

/** @returns one line for each highlight that leads to a page or an anchor which the release does not have */
export function brokenHighlights(
  name: string,
  {highlights = []}: Pick<Release, 'highlights'>,
  {pages}: Pick<SiteRelease, 'pages'>,
): string[] {
  return highlights.flatMap(({page, anchor}, index) => {
    const there = pages.get(page);
    const place = `releases.json: ${name}.highlights.${index}`;
    if (!there) return [`${place}: there is no page "${page}"; name another or take the highlight out`];
    const isThere = anchor === undefined || there.anchors.some(({id}) => id === anchor);
    return isThere ? [] : [`${place}: the page "${page}" has no anchor "${anchor}"; name another or leave it out`];
  });
}
