import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildCorpus} from './corpus';
import type {Corpus} from './types';

/** Loads every release folder of the repository, with the sidebars that exist. */
export async function loadCorpus(root: string): Promise<Corpus> {
  const paths = ['docs', 'versioned_docs'].flatMap((folder) => filesBelow(root, folder));
  const releaseDirs = new Set(
    paths.map((path) => /^(?:docs|versioned_docs\/version-[^/]+)(?=\/)/.exec(path)?.[0] ?? 'docs'),
  );
  const sidebars = new Map<string, unknown>();
  for (const dir of releaseDirs) {
    const sidebar = await readSidebar(root, dir);
    if (sidebar !== undefined) {
      sidebars.set(dir, sidebar);
    }
  }
  return buildCorpus(root, {list: () => paths, read: (path) => readFileSync(join(root, path), 'utf8')}, sidebars);
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) {
    return [];
  }
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

async function readSidebar(root: string, dir: string): Promise<unknown> {
  if (dir === 'docs') {
    const path = join(root, 'sidebars.ts');
    if (!existsSync(path)) {
      return undefined;
    }
    const module = (await import(pathToFileURL(path).href)) as {default: unknown};
    return module.default;
  }
  const path = join(root, 'versioned_sidebars', `${dir.slice('versioned_docs/'.length)}-sidebars.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as unknown) : undefined;
}
