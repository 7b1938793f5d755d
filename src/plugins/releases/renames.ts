import {releaseNames, NEXT} from './names';
import type {Releases} from './releases';

/** All names in the order in which they came, `next` last, archived ones too: renames lead through them. */
function timeline(releases: Releases): string[] {
  return [...releaseNames(releases), NEXT];
}

/**
 * The id that a page has in another release, by the renames that lie between.
 *
 * @returns the id under which the page would stand there; whether it exists is not asked
 */
export function idIn(id: string, from: string, to: string, releases: Releases): string {
  const order = timeline(releases);
  let at = order.indexOf(from);
  const end = order.indexOf(to);
  if (at === -1 || end === -1) return id;
  let name = id;
  for (; at > end; at -= 1) {
    const renamed = releases[order[at] ?? '']?.renamed ?? {};
    // Ids come from addresses too: "constructor" is one that every object has.
    if (Object.hasOwn(renamed, name)) name = renamed[name] ?? name;
  }
  for (; at < end; at += 1) {
    const renamed = releases[order[at + 1] ?? '']?.renamed ?? {};
    name = Object.entries(renamed).find(([, old]) => old === name)?.[0] ?? name;
  }
  return name;
}

/** How a release has a page that is read in another one. */
export type Mark = 'same' | 'renamed' | 'new' | 'missing';

/**
 * What the switcher says beside a release.
 *
 * @param idsOf the page ids of a release, or undefined when it is not built
 */
export function markOf(
  id: string,
  from: string,
  to: string,
  releases: Releases,
  idsOf: (name: string) => ReadonlySet<string> | undefined,
): Mark {
  const there = idIn(id, from, to, releases);
  if (!idsOf(to)?.has(there)) return 'missing';
  const order = timeline(releases);
  const before = order
    .slice(0, order.indexOf(to))
    .reverse()
    .find((name) => idsOf(name));
  if (before !== undefined && !idsOf(before)?.has(idIn(there, to, before, releases))) return 'new';
  return there === id ? 'same' : 'renamed';
}
