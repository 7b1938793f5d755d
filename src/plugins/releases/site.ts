import {existsSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {parse as parseYaml} from 'yaml';
import {loadFacts} from '../facts/load';
import type {Facts} from '../facts/validate';
import {sectionsOf, type Section} from './blocks';
import {filesBelow, sha256} from './files';
import {anchorsOf, readTree, type Anchor} from './page-tree';
import {loadReleases, NEXT, type Releases} from './releases';
import {routeOf} from './routes';

/** The module that reads the pages of releases from the disk. */

export type SitePage = {
  id: string;
  /** Path from the site's folder. */
  file: string;
  title: string;
  /** Inside its release; '' is the start page. */
  route: string;
  sections: Section[];
  anchors: Anchor[];
  /** Equal for pages that say the same. */
  digest: string;
};

export type SiteRelease = {
  name: string;
  /** Path of the folder from the site's folder. */
  folder: string;
  pages: ReadonlyMap<string, SitePage>;
  facts: Facts | undefined;
};

export type Site = {siteDir: string; releases: Releases; byName: ReadonlyMap<string, SiteRelease>};

/** Folder of a release's pages, from the site's folder. */
export function folderOf(name: string): string {
  return name === NEXT ? 'docs' : `versioned_docs/version-${name}`;
}

/** Path of a snapshot's sidebar, from the site's folder. */
export function sidebarOf(name: string): string {
  return `versioned_sidebars/version-${name}-sidebars.json`;
}

const cache = new Map<string, {stamp: string; page: SitePage}>();

/** All releases that have a folder, archived ones too. */
export function loadSite(siteDir: string, names?: readonly string[]): Site {
  const releases = loadReleases(siteDir);
  const wanted = names ?? Object.keys(releases);
  const byName = new Map<string, SiteRelease>();
  for (const name of wanted) {
    if (existsSync(join(siteDir, folderOf(name)))) byName.set(name, readRelease(siteDir, name));
  }
  return {siteDir, releases, byName};
}

/** Reads the pages of one release; a page is parsed again only when it or a facts file changed. */
export function readRelease(siteDir: string, name: string, folder = folderOf(name)): SiteRelease {
  const directory = join(siteDir, folder);
  const files = filesBelow(directory);
  // Facts and partials show in pages that do not name them by a path.
  const shared = files.filter((file) => file.split('/').some((part) => part.startsWith('_') && part !== '_diagrams'));
  const sharedStamp = shared.map((file) => stampOf(join(directory, file))).join();
  const pages = new Map<string, SitePage>();
  for (const file of files) {
    if (!/\.mdx?$/.test(file) || file.split('/').some((part) => part.startsWith('_'))) continue;
    const path = join(directory, file);
    const stamp = `${stampOf(path)},${sharedStamp}`;
    let entry = cache.get(path);
    if (entry?.stamp !== stamp) {
      entry = {stamp, page: readPage(path, `${folder}/${file}`, file)};
      cache.set(path, entry);
    }
    pages.set(entry.page.id, entry.page);
  }
  return {name, folder, pages, facts: existsSync(join(directory, '_facts')) ? loadFacts(directory) : undefined};
}

function stampOf(path: string): string {
  const {mtimeMs, size} = statSync(path);
  return `${mtimeMs}:${size}`;
}

function readPage(path: string, file: string, inRelease: string): SitePage {
  const source = readFileSync(path, 'utf8');
  const front = frontMatterOf(source);
  const tree = readTree(path, source);
  const folder = inRelease.split('/').slice(0, -1);
  const name = inRelease.replace(/\.mdx?$/, '');
  const id = typeof front['id'] === 'string' ? [...folder, front['id']].join('/') : name;
  const title = typeof front['title'] === 'string' ? front['title'] : id;
  const sections = sectionsOf(tree, id);
  return {
    id,
    file,
    title,
    route: routeOf(name, typeof front['slug'] === 'string' ? front['slug'] : undefined),
    sections,
    anchors: anchorsOf(tree),
    digest: sha256(JSON.stringify([title, sections])),
  };
}

function frontMatterOf(source: string): Record<string, unknown> {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  const data: unknown = match ? parseYaml(match[1] ?? '') : {};
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
