import {markOf, idIn, type Mark} from '@site/src/plugins/releases/renames';
import {nearestPage} from '@site/src/plugins/releases/nearest';
import type {Releases, ReleaseStatus} from '@site/src/plugins/releases/releases';

/** The parts of Docusaurus's version data that a switch needs. */
export type SwitchVersion = {
  name: string;
  label: string;
  mainDocId: string;
  docs: readonly {id: string; path: string}[];
};

export type SwitchTarget = {
  /** Docusaurus's name of the version. */
  version: string;
  label: string;
  status: ReleaseStatus;
  /** ISO day, or null for the next release. */
  date: string | null;
  path: string;
  /** How this release has the page being read; `missing` when `path` leads to its nearest kin. */
  mark: Mark;
  active: boolean;
};

/** Docusaurus calls the unreleased docs "current"; releases.json calls them "next". */
export function releaseName(versionName: string): string {
  return versionName === 'current' ? 'next' : versionName;
}

/**
 * Where each release's entry in the switcher leads.
 *
 * @param docId id of the page being read, or undefined outside the docs (every entry then leads to a start page)
 */
export function switchTargets(
  versions: readonly SwitchVersion[],
  releases: Releases,
  docId: string | undefined,
  activeVersion: string | undefined,
): SwitchTarget[] {
  const idsByName = new Map(versions.map(({name, docs}) => [releaseName(name), new Set(docs.map(({id}) => id))]));
  return versions.map((version) => {
    const name = releaseName(version.name);
    const release = releases[name];
    const paths = new Map(version.docs.map((doc) => [doc.id, doc.path]));
    const from = releaseName(activeVersion ?? version.name);
    const target =
      docId === undefined
        ? version.mainDocId
        : nearestPage(idIn(docId, from, name, releases), new Set(paths.keys()), release?.nearest ?? {});
    return {
      version: version.name,
      label: version.label,
      status: release?.status ?? 'maintained',
      date: release?.date ?? null,
      path: paths.get(target) ?? paths.get(version.mainDocId) ?? '/docs',
      mark: docId === undefined ? 'same' : markOf(docId, from, name, releases, (other) => idsByName.get(other)),
      active: version.name === activeVersion,
    };
  });
}
