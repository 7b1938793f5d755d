import {loadReleases, type Releases} from './releases';
import {recover} from './transaction';

/**
 * Reads releases.json for the site's configuration, on a tree that is whole: if a release command was killed between two
 * renames, its work is finished or cleared away before anything reads the tree.
 */
export function openReleases(siteDir: string): Releases {
  const recovery = recover(siteDir);
  if (recovery.outcome !== 'clean') console.warn(recovery.message);
  return loadReleases(siteDir);
}
