import {nearestPage} from '@site/src/plugins/releases/nearest';
import type {Releases} from '@site/src/plugins/releases/releases';

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
  status: string;
  /** ISO day, or null for the next release. */
  date: string | null;
  path: string;
  /** False when the page being read does not exist there, and `path` leads to its nearest kin. */
  samePage: boolean;
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
  return versions.map((version) => {
    const release = releases[releaseName(version.name)];
    const paths = new Map(version.docs.map((doc) => [doc.id, doc.path]));
    const target =
      docId === undefined ? version.mainDocId : nearestPage(docId, new Set(paths.keys()), release?.nearest ?? {});
    return {
      version: version.name,
      label: version.label,
      status: release?.status ?? 'maintained',
      date: release?.date ?? null,
      path: paths.get(target) ?? paths.get(version.mainDocId) ?? '/docs',
      samePage: docId === undefined || target === docId,
      active: version.name === activeVersion,
    };
  });
}
