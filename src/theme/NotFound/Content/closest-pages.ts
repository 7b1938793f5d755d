import {distance} from '@site/src/plugins/edit-distance';

/** The parts of Docusaurus's version data that the search reads. */
type Version = {label: string; docs: readonly {id: string; path: string}[]};

export type ClosePage = {path: string; label: string};

/**
 * The words of an address: path segments split at everything that is no letter or digit, without release names.
 *
 * @param pathname as the router gives it, decoded; a second decoding would throw at a percent sign
 */
export function wordsOf(pathname: string): string[] {
  return pathname
    .toLowerCase()
    .replace(/\.(html?|mdx?)$/, '')
    .replace(/\/(docs|next|\d{4}\.\d{2})(?=\/|$)/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
}

function score(asked: readonly string[], page: readonly string[]): number {
  let sum = 0;
  for (const word of asked) {
    if (page.includes(word)) sum += 1;
    else if (page.some((own) => own.startsWith(word) || word.startsWith(own) || isMistyped(word, own))) sum += 0.6;
  }
  return sum / Math.max(1, Math.max(asked.length, page.length));
}

/** One wrong letter in a short word, two in a long one. */
function isMistyped(word: string, meant: string): boolean {
  const limit = word.length > 7 ? 2 : 1;
  return word.length > 3 && distance(word, meant, limit) <= limit;
}

/**
 * Pages whose address shares words with a missing one, best first.
 *
 * @param versions in the order that decides between equals: the release a reader would want first
 * @returns up to `limit` pages; each page once, in the first release that has it
 */
export function closestPages(pathname: string, versions: readonly Version[], limit = 6): ClosePage[] {
  const asked = wordsOf(pathname);
  const seen = new Set<string>();
  const scored: {page: ClosePage; score: number}[] = [];
  for (const version of versions) {
    for (const doc of version.docs) {
      const value = score(asked, wordsOf(doc.path));
      if (value < 0.25 || seen.has(doc.id)) continue;
      seen.add(doc.id);
      scored.push({page: {path: doc.path.replace(/(?<=.)\/$/, ''), label: version.label}, score: value});
    }
  }
  return scored
    .sort((a, b) => b.score - a.score || a.page.path.localeCompare(b.page.path, 'en'))
    .slice(0, limit)
    .map(({page}) => page);
}
