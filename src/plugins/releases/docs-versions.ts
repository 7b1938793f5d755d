import type {PluginOptions} from '@docusaurus/plugin-content-docs';
import {currentRelease, isIndexed, type Release, type Releases} from './releases';

/** Docusaurus calls the unreleased docs "current"; readers and releases.json call them "next". */
export const NEXT_VERSION_NAME = 'current';

type DocsVersions = Pick<PluginOptions, 'lastVersion' | 'versions'>;

function banner(status: Release['status']): 'none' | 'unreleased' | 'unmaintained' {
  if (status === 'next') return 'unreleased';
  return status === 'unmaintained' ? 'unmaintained' : 'none';
}

/**
 * Turns releases.json into the version options of Docusaurus's docs plugin: label, route, banner and indexing.
 *
 * @returns `lastVersion` and `versions`; archived releases are left out, so they are not built
 */
export function docsVersions(releases: Releases): DocsVersions {
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
  return {lastVersion: last, versions};
}
