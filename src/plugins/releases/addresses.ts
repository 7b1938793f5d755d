import type {Releases} from './releases';
import type {SitePage} from './site';

/** Where this room's own pages are. `-to-` rather than dots: servers take `..` in an address for an attack. */

export const RELEASES_PATH = '/releases';

/** The page of a release: what it is, and what changed since the one before. */
export function releaseAddress(name: string): string {
  return `${RELEASES_PATH}/${name}`;
}

/** The upgrade from one release to a younger one; its comparisons of pages are below it. */
export function pairAddress(from: string, to: string): string {
  return `${RELEASES_PATH}/${from}-to-${to}`;
}

/** The comparison of one page, named by its route in the newer release. The start page has no route, so it gets a name. */
export function compareAddress(from: string, to: string, page: Pick<SitePage, 'route'>): string {
  return `${pairAddress(from, to)}/${page.route === '' ? 'start-page' : page.route}`;
}

/** Where a page of this room stood while a release in its address had another name. */
export function formerAddresses(address: string, releases: Releases): string[] {
  const [names = '', ...page] = address.slice(RELEASES_PATH.length + 1).split('/');
  const sides = names.split('-to-').map((name) => [name, ...(releases[name]?.formerNames ?? [])]);
  const [first = [], ...rest] = sides;
  const pairs = rest.reduce((left, right) => left.flatMap((from) => right.map((to) => `${from}-to-${to}`)), first);
  return pairs.slice(1).map((pair) => [RELEASES_PATH, pair, ...page].join('/'));
}
