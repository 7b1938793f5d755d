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
