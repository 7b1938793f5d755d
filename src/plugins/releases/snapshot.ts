import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {filesBelow, hashFile} from './files';
import {MANIFEST, parseManifest, type Amendment, type Found, type Manifest} from './manifest';
import {folderOf, readRelease, sidebarOf} from './site';

/** Reads what a snapshot is on the disk. @param sidebar path of its sidebar, when it does not stand in its place yet */
export function findSnapshot(siteDir: string, name: string, folder = folderOf(name), sidebar = sidebarOf(name)): Found {
  const directory = join(siteDir, folder);
  const files = filesBelow(directory).filter((file) => file !== MANIFEST);
  return {
    sidebar: existsSync(join(siteDir, sidebar)) ? hashFile(join(siteDir, sidebar)) : undefined,
    files: Object.fromEntries(files.map((file) => [file, hashFile(join(directory, file))])),
  };
}

/** The manifest of a snapshot, or undefined when it was never sealed. */
export function readManifest(siteDir: string, name: string): Manifest | undefined {
  const file = join(folderOf(name), MANIFEST);
  return existsSync(join(siteDir, file)) ? parseManifest(readFileSync(join(siteDir, file), 'utf8'), file) : undefined;
}

/** Makes the manifest of a snapshot from its files. */
export function makeManifest(
  siteDir: string,
  name: string,
  options: {folder?: string; sidebar?: string; amendments?: Amendment[]} = {},
): Manifest {
  const {folder = folderOf(name), sidebar = sidebarOf(name), amendments = []} = options;
  const found = findSnapshot(siteDir, name, folder, sidebar);
  if (found.sidebar === undefined) throw new Error(`${sidebar}: the sidebar of ${name} is missing`);
  const release = readRelease(siteDir, name, folder);
  return {
    format: 1,
    release: name,
    sidebar: found.sidebar,
    files: {...found.files},
    pages: Object.fromEntries(
      [...release.pages.values()].map(({id, title, route, anchors}) => [
        id,
        {title, route, anchors: [...new Set(anchors.map((anchor) => anchor.id))]},
      ]),
    ),
    amendments,
  };
}
