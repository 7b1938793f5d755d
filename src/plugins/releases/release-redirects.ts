import {nearestPage} from './nearest';
import type {Contract} from './contract';
import {currentRelease, builtNames, NEXT, releaseNames, releasePath, type Releases} from './releases';
import {idIn} from './renames';
import {addressOf, routeOf} from './routes';

export type ReleaseRedirect = {from: string; to: string};

/** The pages of a release: id to route inside it. */
export type Routes = ReadonlyMap<string, string>;

/** What a release gave up for good, by the id that it had: see contract.ts. */
export type GivenUp = Contract['tombstones'];

/**
 * Redirects that follow from releases.json and the contracts: the current release's name as an address, renamed pages, pages
 * that were given up, former names, and all addresses of archived releases. One hop each.
 *
 * @param routesOf routes of a release that is built, or that its manifest remembers; asked only where a redirect needs them
 * @param givenUp what the contract of a built release says
 */
export function releaseRedirects(
  releases: Releases,
  routesOf: (name: string) => Routes,
  givenUp: (name: string) => GivenUp,
): ReleaseRedirect[] {
  const current = currentRelease(releases);
  const redirects = new Map<string, string>();
  // Its pages stand at /docs. With the next release they get this address, and the redirect is gone.
  redirects.set(`/docs/${current}`, releasePath(current, releases));
  for (const name of builtNames(releases)) {
    // Each release stood at /docs once, so what any of them renamed was there under its old name. The youngest rename wins.
    const sources = name === current ? releaseNames(releases).filter((other) => other <= current) : [name];
    const renamed = sources.reverse().flatMap((source) =>
      Object.entries(releases[source]?.renamed ?? {}).map(([id, old]) => ({
        old,
        id: idIn(id, source, name, releases),
      })),
    );
    if (renamed.length === 0) continue;
    const routes = routesOf(name);
    const taken = new Set(routes.values());
    const base = releasePath(name, releases);
    for (const {old, id} of renamed) {
      const from = addressOf(base, routeOf(old));
      const route = routes.get(id);
      if (route === undefined || taken.has(routeOf(old)) || redirects.has(from)) continue;
      redirects.set(from, addressOf(base, route));
    }
  }
  // A page that the next release gave up stood at /docs, and before that at /docs/next.
  const frozen = builtNames(releases).filter((name) => name !== NEXT);
  for (const [name, sources] of [
    [current, frozen.filter((other) => other <= current).reverse()],
    [NEXT, [NEXT]],
  ] as const) {
    const gone = sources.flatMap((source) =>
      Object.entries(givenUp(source)).map(([id, {successor}]) => ({id, source, successor})),
    );
    const base = releasePath(name, releases);
    for (const {id, source, successor} of gone.filter((one) => !one.id.includes('#'))) {
      const routes = routesOf(name);
      const before = frozen.map((other) => routesOf(other).get(id)).find((route) => route !== undefined) ?? routeOf(id);
      const target = routes.get(idIn(successor.split('#')[0] ?? '', source, name, releases));
      const from = addressOf(base, before);
      if (target === undefined || redirects.has(from) || [...routes.values()].includes(before)) continue;
      redirects.set(from, addressOf(base, target));
    }
  }
  for (const name of builtNames(releases)) {
    for (const former of releases[name]?.formerNames ?? []) {
      for (const route of routesOf(name).values()) {
        redirects.set(addressOf(`/docs/${former}`, route), addressOf(releasePath(name, releases), route));
      }
    }
  }
  for (const name of releaseNames(releases)) {
    const release = releases[name];
    if (release?.status !== 'archived') continue;
    const target = routesOf(current);
    const ids = new Set(target.keys());
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
