import {idIn} from './renames';
import {builtNames, NEXT} from './releases';
import type {Site, SitePage} from './site';

/** What one line says about a page: how it came to what it is in its release. */
export type PageHistory = {
  /** `first`: there is no older release to compare with. */
  change: 'first' | 'new' | 'changed' | 'same';
  /** The release to compare with: the one before for `changed`, the oldest with the same text for `same`. */
  since: string | null;
  /** Its id there, when it has another one. */
  formerId?: string;
};

/** Releases that can be compared, oldest first. */
export function comparable(site: Site): string[] {
  return builtNames(site.releases).filter((name) => (site.byName.get(name)?.pages.size ?? 0) > 0);
}

/** The page of another release that a page is, or became. */
export function pageIn(site: Site, id: string, from: string, to: string): SitePage | undefined {
  return site.byName.get(to)?.pages.get(idIn(id, from, to, site.releases));
}

/** Follows a page back through the releases until it differs. */
export function historyOf(site: Site, release: string, page: SitePage): PageHistory {
  const names = comparable(site);
  const older = names.slice(0, names.indexOf(release)).reverse();
  const [before] = older;
  if (before === undefined) return {change: 'first', since: null};
  const former = pageIn(site, page.id, release, before);
  if (!former) return {change: 'new', since: before};
  const renamed = former.id === page.id ? {} : {formerId: former.id};
  if (former.digest !== page.digest) return {change: 'changed', since: before, ...renamed};
  let since = before;
  for (const name of older.slice(1)) {
    if (pageIn(site, page.id, release, name)?.digest !== page.digest) break;
    since = name;
  }
  const oldest = pageIn(site, page.id, release, since);
  return {change: 'same', since, ...(oldest && oldest.id !== page.id ? {formerId: oldest.id} : {})};
}

/**
 * Anchors that other releases (next is none) have on this page and that are missing here, by the nearest heading above that
 * exists. Grouped by that heading, because a long table that is gone sends all of its rows to one place. '' is the page's
 * top.
 */
export type MovedAnchors = Record<string, string[]>;

/** @param aliases anchors whose new name is stated, which is better than near */
export function movedAnchors(
  site: Site,
  release: string,
  page: SitePage,
  aliases: Readonly<Record<string, string>> = {},
): MovedAnchors {
  const own = new Set(page.anchors.map(({id}) => id));
  const found = new Map<string, string>();
  // Newest first: where releases disagree, the nearest relative is the younger one.
  for (const name of comparable(site).reverse()) {
    // Next is not frozen: what is written there may not change the page of a release.
    if (name === release || name === NEXT) continue;
    const other = pageIn(site, page.id, release, name);
    for (const [anchor, near] of nearestAnchors(other?.anchors ?? [], own)) {
      if (!found.has(anchor)) found.set(anchor, near);
    }
  }
  for (const [anchor, target] of Object.entries(aliases))
    if (!own.has(anchor) && own.has(target)) found.set(anchor, target);
  const grouped: MovedAnchors = {};
  for (const [anchor, near] of found) (grouped[near] ??= []).push(anchor);
  return grouped;
}

/** For each anchor that is not among `existing`: the closest one above it that is, or ''. */
export function nearestAnchors(
  anchors: readonly {id: string; depth: number}[],
  existing: ReadonlySet<string>,
): Map<string, string> {
  const nearest = new Map<string, string>();
  let heading = '';
  for (const {id, depth} of anchors) {
    if (existing.has(id)) {
      // A row is no place to fall back to: the reader would take it for the answer.
      if (depth <= 6) heading = id;
    } else if (!nearest.has(id)) nearest.set(id, heading);
  }
  return nearest;
}
