import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {CONTRACT, NO_CONTRACT, parseContract, type Contract, type Promised} from '../contract';
import {builtNames, currentRelease, NEXT, type Releases} from '../releases';
import {folderOf, type Site, type SiteRelease} from '../site';

/** Reads what a release says about addresses that it does not keep. */
export function readContract(siteDir: string, folder = 'docs'): Contract {
  const file = join(folder, CONTRACT);
  return existsSync(join(siteDir, file)) ? parseContract(readFileSync(join(siteDir, file), 'utf8'), file) : NO_CONTRACT;
}

/** Pages that a built release gave up for good: why, and what to read instead. A younger release has the last word. */
export function tombstonesOf(siteDir: string, releases: Releases): Contract['tombstones'] {
  const all = builtNames(releases).map((name) => readContract(siteDir, folderOf(name)).tombstones);
  return Object.assign({}, ...all) as Contract['tombstones'];
}

/** The promises that a release's pages make now. */
export function promisesOf(release: SiteRelease | undefined): Promised {
  return Object.fromEntries(
    [...(release?.pages.values() ?? [])].map(({id, title, route, anchors}) => [
      id,
      {title, route, anchors: [...new Set(anchors.map((anchor) => anchor.id))]},
    ]),
  );
}

/** Everything that the contract check of next needs. @param promised from the manifest of the current release */
export function contractInputs(site: Site, promised: Promised) {
  return {
    from: currentRelease(site.releases),
    promised,
    next: promisesOf(site.byName.get(NEXT)),
    renamed: site.releases[NEXT]?.renamed ?? {},
    contract: readContract(site.siteDir),
  };
}
