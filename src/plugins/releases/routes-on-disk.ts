import {readContract} from './cli/contract-inputs';
import {releaseRedirects, type ReleaseRedirect, type Routes} from './release-redirects';
import {NEXT, type Releases} from './releases';
import {folderOf, readRelease} from './site';
import {readManifest} from './snapshot';

/** The redirects that follow from releases.json, for the site's configuration. Pages are read only where one needs them. */
export function loadReleaseRedirects(siteDir: string, releases: Releases): ReleaseRedirect[] {
  const known = new Map<string, Routes>();
  const routesOf = (name: string): Routes => {
    const routes = known.get(name) ?? routesOnDisk(siteDir, name);
    known.set(name, routes);
    return routes;
  };
  return releaseRedirects(releases, routesOf, (name) => readContract(siteDir, folderOf(name)).tombstones);
}

/** The routes of a release in a site folder. A frozen release's manifest remembers them; next is read. */
export function routesOnDisk(siteDir: string, name: string): Routes {
  const pages =
    (name === NEXT ? undefined : readManifest(siteDir, name)?.pages) ??
    Object.fromEntries(readRelease(siteDir, name).pages);
  return new Map(Object.entries(pages).map(([id, {route}]) => [id, route]));
}
