import type {Releases, ReleaseStatus} from './releases';

/** Names and order of releases. No disk and no schema, because the theme uses it in the browser. */

/** The status of a release, as readers are told it. */
export const STATUS_WORDS: Record<ReleaseStatus, string> = {
  next: 'not released yet',
  current: 'current release',
  maintained: 'maintained',
  unmaintained: 'no longer maintained',
  archived: 'archived',
};

/** Name of the release that readers get by default. */
export function currentRelease(releases: Releases): string {
  const found = Object.entries(releases).find(([, release]) => release.status === 'current');
  // The schema guarantees one.
  return found![0];
}

/** The name of what comes after the current release, here and in addresses. Docusaurus calls it "current". */
export const NEXT = 'next';

/** Releases that have snapshots, oldest first, without `next`. Names are calendar names, so their order is their age. */
export function releaseNames(releases: Releases): string[] {
  return Object.keys(releases)
    .filter((name) => name !== NEXT)
    .sort();
}

/** Releases that readers can open, oldest first, `next` last. */
export function builtNames(releases: Releases): string[] {
  return [...releaseNames(releases).filter((name) => releases[name]?.status !== 'archived'), NEXT];
}

/** Where the pages of a release are: `/docs` for the current one. */
export function releasePath(name: string, releases: Releases): string {
  return name === currentRelease(releases) ? '/docs' : `/docs/${name}`;
}

/**
 * Search engines index the current release and no other: a maintained one has nearly the same pages, which name those of
 * the current release as canonical.
 */
export function isIndexed(status: ReleaseStatus): boolean {
  return status === 'current';
}
