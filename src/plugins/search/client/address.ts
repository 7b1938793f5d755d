/** What the address of the results page says. Releases are named as in the site's own addresses: `next`, `2026.05`. */
export interface SearchAddress {
  query: string;
  /** Docusaurus's name of the version; null for the release that the reader gets by default. */
  version?: string | null;
  section?: string | null;
  /** From 0. */
  page?: number;
}

/** @returns path and query of the results page; what is not asked for, or is the default, is left out */
export function searchAddress({query, version, section, page = 0}: SearchAddress): string {
  const parameters = new URLSearchParams({q: query});
  if (version) parameters.set('release', version === 'current' ? 'next' : version);
  if (section) parameters.set('section', section);
  if (page > 0) parameters.set('page', String(page + 1));
  return `/search?${parameters}`;
}

/** @param search the query of an address, with its question mark; what it lacks is null, the first page is 0 */
export function readSearchAddress(search: string): Required<SearchAddress> {
  const parameters = new URLSearchParams(search);
  const release = parameters.get('release');
  const page = Number(parameters.get('page') ?? '1');
  return {
    query: parameters.get('q') ?? '',
    version: release === 'next' ? 'current' : release,
    section: parameters.get('section'),
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  };
}
