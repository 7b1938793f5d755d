import {releaseRedirects, type ReleaseRedirect, type Routes} from './release-redirects';
import {NEXT, type Releases} from './releases';
import {readRelease} from './site';
import {readManifest} from './snapshot';

/** The redirects that follow from releases.json, for the site's configuration. Pages are read only where one needs them. */
export function loadReleaseRedirects(siteDir: string, releases: Releases): ReleaseRedirect[] {
  const known = new Map<string, Routes>();
  const isNeeded = Object.values(releases).some(
    ({status, renamed, formerNames}) =>
      status === 'archived' || formerNames !== undefined || Object.keys(renamed).length > 0,
  );
  if (!isNeeded) return [];
  return releaseRedirects(releases, (name) => {
    const routes = known.get(name) ?? routesOf(siteDir, name);
    known.set(name, routes);
    return routes;
  });
}

/** A frozen release's manifest remembers its routes; next is read. */
function routesOf(siteDir: string, name: string): Routes {
  const pages =
    (name === NEXT ? undefined : readManifest(siteDir, name)?.pages) ??
    Object.fromEntries(readRelease(siteDir, name).pages);
  return new Map(Object.entries(pages).map(([id, {route}]) => [id, route]));
}
