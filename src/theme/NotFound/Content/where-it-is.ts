import {releaseName} from '@site/src/components/ReleaseSwitcher/switch-targets';
import type {ReleasesGlobalData} from '@site/src/plugins/releases';
import {idIn} from '@site/src/plugins/releases/renames';

type Version = {name: string; label: string; path: string; docs: readonly {id: string; path: string}[]};

export type Whereabouts = {
  /** What was asked for, in words; undefined for an address that is no page of a release. */
  asked?: string;
  /** Releases that have the page, in the order of the versions. */
  found: {path: string; label: string; isRenamed: boolean}[];
  /** Said when the page was given up: why, and the page to read instead. */
  gone?: {reason: string; path?: string};
};

/** Page addresses: `/docs`, perhaps a release, and the page's route. */
const ADDRESS = /^\/docs(?:\/(next|\d{4}\.\d{2}))?(?:\/(.*?))?(?:\.html?|\.mdx?)?\/?$/;

/**
 * What is known about an address that does not answer: the release it names, and the releases that have its page, under
 * that name or another.
 */
export function whereItIs(
  pathname: string,
  versions: readonly Version[],
  {releases, tombstones}: ReleasesGlobalData,
): Whereabouts {
  const [whole, name, route = ''] = ADDRESS.exec(pathname) ?? [];
  if (whole === undefined || route === '') return {found: []};
  const known = versions.flatMap((version) =>
    version.docs
      .filter((doc) => doc.path === `${version.path === '/' ? '' : version.path}/${route}`)
      .map(({id}) => ({release: releaseName(version.name), id})),
  );
  const origin = known[0] ?? {release: name ?? 'next', id: route};
  const found = versions.flatMap((version) => {
    const id = idIn(origin.id, origin.release, releaseName(version.name), releases);
    const doc = version.docs.find((entry) => entry.id === id);
    return doc && doc.path !== pathname ? [{path: doc.path, label: version.label, isRenamed: id !== origin.id}] : [];
  });
  // The id is what a reader typed, "constructor" too.
  const tombstone = Object.hasOwn(tombstones, origin.id) ? tombstones[origin.id] : undefined;
  const successor = tombstone?.successor.split('#')[0];
  const path = versions.flatMap(({docs}) => docs.filter(({id}) => id === successor).map((doc) => doc.path))[0];
  const release =
    name === undefined
      ? 'the current release'
      : (releases[name]?.label ?? `${name}, which is no release of this documentation`);
  return {
    asked: `The page "${route}" of ${release}`,
    found,
    ...(tombstone ? {gone: {reason: tombstone.reason, ...(path === undefined ? {} : {path})}} : {}),
  };
}
