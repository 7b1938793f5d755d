import {readdirSync} from 'node:fs';
import {join} from 'node:path';

/** Every file of a built site, in an order that does not depend on the disk. */
export function siteFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
