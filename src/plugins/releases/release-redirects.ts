import {nearestPage} from './nearest';
import {currentRelease, builtNames, releaseNames, releasePath, type Releases} from './releases';
import {idIn} from './renames';
import {addressOf, routeOf} from './routes';

export type ReleaseRedirect = {from: string; to: string};

/** The pages of a release: id to route inside it. */
export type Routes = ReadonlyMap<string, string>;

/**
 * Redirects that follow from releases.json itself: renamed pages inside their release, and all addresses of archived
 * releases. One hop each.
 *
 * @param routesOf routes of a release that is built, or that its manifest remembers
 */
export function releaseRedirects(releases: Releases, routesOf: (name: string) => Routes): ReleaseRedirect[] {
  const redirects = new Map<string, string>();
  for (const name of builtNames(releases)) {
    const routes = routesOf(name);
    const taken = new Set(routes.values());
    const base = releasePath(name, releases);
    for (const [fresh, old] of Object.entries(releases[name]?.renamed ?? {})) {
      const route = routes.get(fresh);
      if (route === undefined || taken.has(routeOf(old))) continue;
      redirects.set(addressOf(base, routeOf(old)), addressOf(base, route));
    }
  }
  for (const name of builtNames(releases)) {
    for (const former of releases[name]?.formerNames ?? []) {
      for (const route of routesOf(name).values()) {
        redirects.set(addressOf(`/docs/${former}`, route), addressOf(releasePath(name, releases), route));
      }
    }
  }
  const current = currentRelease(releases);
  const target = routesOf(current);
  const ids = new Set(target.keys());
  for (const name of releaseNames(releases)) {
    const release = releases[name];
    if (release?.status !== 'archived') continue;
    for (const [id, route] of routesOf(name)) {
      // Where the release menu would lead as well.
      const there = nearestPage(idIn(id, name, current, releases), ids, releases[current]?.nearest ?? {});
      const copy = release.staticCopy?.replace(/\/$/, '');
      const to = copy === undefined ? addressOf('/docs', target.get(there) ?? '') : addressOf(copy, route);
      for (const base of [name, ...(release.formerNames ?? [])]) redirects.set(addressOf(`/docs/${base}`, route), to);
    }
  }
  return [...redirects].map(([from, to]) => ({from, to}));
}
