import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatJson} from '../files';

/** The table of redirects that people write; it is changed as text so that what this room does not know stays. */
export const REDIRECTS = 'src/plugins/links/redirects.json';

type Table = {redirects: {from: string; to: string; reason: string}[]};

/**
 * Points redirects at the new address of what they lead to.
 *
 * @param moves old address to new address
 * @returns the new text, or undefined when nothing changes
 */
export function retarget(siteDir: string, moves: ReadonlyMap<string, string>): string | undefined {
  const file = join(siteDir, REDIRECTS);
  if (moves.size === 0 || !existsSync(file)) return undefined;
  const table = JSON.parse(readFileSync(file, 'utf8')) as Table;
  let isChanged = false;
  for (const row of table.redirects) {
    const to = moves.get(row.to);
    if (to === undefined) continue;
    row.to = to;
    isChanged = true;
  }
  return isChanged ? formatJson(table) : undefined;
}
