import {compareFacts, type FactsTableChange} from './facts-diff';
import {comparePages, type PageChange} from './compare';
import {pageIn} from './history';
import {idIn} from './renames';
import type {Site, SitePage, SiteRelease} from './site';
import {vocabularyShift, type Shift} from './vocabulary';

export type PagePair = {before: SitePage; after: SitePage; change: PageChange};

/** Everything that differs between two releases. Made from their pages and facts; nothing of it is typed by hand. */
export type ReleaseChanges = {
  from: string;
  to: string;
  added: SitePage[];
  removed: SitePage[];
  renamed: {before: SitePage; after: SitePage}[];
  /** Pages of both, with their comparison; also those that are the same. */
  pairs: PagePair[];
  facts: FactsTableChange[];
  /** Words that came into the pages and words that left them. */
  words: Shift;
};

/** Compares two releases of a site. */
export function compareReleases(site: Site, from: string, to: string): ReleaseChanges {
  const before = releaseOf(site, from);
  const after = releaseOf(site, to);
  const pairs: PagePair[] = [];
  const added: SitePage[] = [];
  for (const page of after.pages.values()) {
    const former = pageIn(site, page.id, to, from);
    if (former) pairs.push({before: former, after: page, change: compareTwo(former, page)});
    else added.push(page);
  }
  const removed = [...before.pages.values()].filter((page) => !after.pages.has(idIn(page.id, from, to, site.releases)));
  return {
    from,
    to,
    added,
    removed,
    renamed: pairs.filter((pair) => pair.before.id !== pair.after.id),
    pairs,
    facts: before.facts && after.facts ? compareFacts(before.facts, after.facts) : [],
    words: vocabularyShift(before, after),
  };
}

/** Page by page, most changed first, without those that are the same. */
export function changedPairs({pairs}: ReleaseChanges): PagePair[] {
  const size = ({change}: PagePair) => change.counts.added + change.counts.removed + change.counts.changed;
  return pairs.filter(({change}) => change.change !== 'same').sort((a, b) => size(b) - size(a));
}

function compareTwo(before: SitePage, after: SitePage): PageChange {
  // Most pages of neighbouring releases are equal, and that is known without aligning them.
  if (before.digest === after.digest) return {change: 'same', counts: {added: 0, removed: 0, changed: 0}, sections: []};
  const change = comparePages(before.sections, after.sections);
  return before.title === after.title ? change : {...change, change: 'changed'};
}

function releaseOf(site: Site, name: string): SiteRelease {
  const release = site.byName.get(name);
  if (!release) throw new Error(`${name}: there is no folder of this release`);
  return release;
}
