import type {PluginOptions} from '@docusaurus/plugin-content-docs';
import {currentRelease, isIndexed, type Release, type Releases} from './releases';

/** Docusaurus calls the unreleased docs "current"; readers and releases.json call them "next". */
export const NEXT_VERSION_NAME = 'current';

/** Set by the release commands, which build a snapshot by itself before they put it in: names, separated by commas. */
const ONLY_VARIABLE = 'RELEASES_ONLY';

type DocsVersions = Pick<PluginOptions, 'lastVersion' | 'versions'> &
  Partial<Pick<PluginOptions, 'onlyIncludeVersions'>>;

function banner(status: Release['status']): 'none' | 'unreleased' | 'unmaintained' {
  if (status === 'next') return 'unreleased';
  return status === 'unmaintained' ? 'unmaintained' : 'none';
}

/**
 * Turns releases.json into the version options of Docusaurus's docs plugin: label, route, banner and indexing.
 *
 * @param only build these releases and no others; for the check of a snapshot
 * @returns `lastVersion` and `versions`; archived releases are left out, so they are not built
 */
export function docsVersions(releases: Releases, only = process.env[ONLY_VARIABLE]): DocsVersions {
  const last = currentRelease(releases);
  const versions: DocsVersions['versions'] = {};
  for (const [name, release] of Object.entries(releases)) {
    if (release.status === 'archived') continue;
    versions[name === 'next' ? NEXT_VERSION_NAME : name] = {
      label: release.label,
      // '/' puts the current release at /docs itself; the others get a segment of their own.
      path: name === last ? '/' : name,
      banner: banner(release.status),
      badge: false,
      noIndex: !isIndexed(release.status),
    };
  }
  if (only === undefined || only === '') return {lastVersion: last, versions};
  const names = only.split(',');
  return {
    lastVersion: last,
    versions: Object.fromEntries(Object.entries(versions).filter(([name]) => names.includes(name))),
    onlyIncludeVersions: names,
  };
}
