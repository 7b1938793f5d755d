/**
 * Finds where a reader who switches to another release lands.
 *
 * @param id the id of the page being read
 * @param ids all page ids of the target release
 * @param nearest the target release's own answers for missing pages (releases.json)
 * @returns the same id when the page exists there; otherwise the stated kin, the closest page above it, or the start page
 */
export function nearestPage(id: string, ids: ReadonlySet<string>, nearest: Readonly<Record<string, string>>): string {
  if (ids.has(id)) return id;
  const stated = nearest[id];
  if (stated !== undefined && ids.has(stated)) return stated;
  const parts = id.split('/');
  while (parts.length > 1) {
    parts.pop();
    const folder = parts.join('/');
    for (const candidate of [`${folder}/index`, folder]) {
      if (ids.has(candidate)) return candidate;
    }
  }
  return 'index';
}
