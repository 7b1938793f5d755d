import type {ReleaseRedirect} from '../releases/release-redirects';
import type {Releases} from '../releases/releases';
import {loadReleaseRedirects} from '../releases/routes-on-disk';
import {loadRedirects, REDIRECTS, type Redirect} from './redirect-table';

/** A redirect of the site. */
export type SiteRedirect = ReleaseRedirect & {
  /** The address may be a page's again: a browser that remembers where it led would go there for ever, or in circles. */
  isTemporary: boolean;
};

/**
 * Every redirect of a site, for its pages and for its hosts: the rows that people wrote, then what follows from
 * releases.json.
 *
 * @throws when the two are at odds about an address
 */
export function loadAllRedirects(siteDir: string, releases: Releases): SiteRedirect[] {
  const rows = loadRedirects(siteDir);
  const derived = loadReleaseRedirects(siteDir, releases);
  const problems = contradictions(rows, derived);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [
    ...rows.map(({from, to}) => ({from, to, isTemporary: false})),
    // The next release, or the next command, may change each of them.
    ...derived.map((redirect) => ({...redirect, isTemporary: true})),
  ];
}

/** Rows that say again, or otherwise, where an address of a release leads, and rows that would cost a reader two hops. */
export function contradictions(rows: readonly Redirect[], derived: readonly ReleaseRedirect[]): string[] {
  const targets = new Map(derived.map(({from, to}) => [from, to]));
  return rows.flatMap(({from, to}) => {
    const [already, second] = [targets.get(from), targets.get(to)];
    if (already !== undefined) return [`${REDIRECTS}: ${from} leads to ${already} by releases.json; take the row out`];
    if (second !== undefined)
      return [`${REDIRECTS}: ${from} leads to ${to}, which leads to ${second}; point the row there`];
    return [];
  });
}
