import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse as parseYaml} from 'yaml';
import {loadFacts} from '../facts/load';
import type {Facts} from '../facts/validate';
import {sectionsOf, type Section} from './blocks';
import {filesBelow, hashFile, sha256} from './files';
import {anchorsOf, partialsOf, readTree, type Anchor} from './page-tree';
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

type Memory = {
  /** Parsed pages by what they are made of, so that a page that several releases have is parsed once. */
  parsed: Map<string, SitePage>;
  /** The key of each file's page. When a writer saves the file, its former page is let go. */
  keys: Map<string, string>;
};

/** Docusaurus loads the configuration and each plugin by itself, and this module with each: one memory for all. */
const everywhere = globalThis as typeof globalThis & {releasesMemory?: Memory};
const {parsed, keys} = (everywhere.releasesMemory ??= {parsed: new Map(), keys: new Map()});

/** All releases that have a folder, archived ones too. @param names only these */
export function loadSite(siteDir: string, names?: readonly string[]): Site {
  const releases = loadReleases(siteDir);
  const wanted = names ?? Object.keys(releases);
  const byName = new Map<string, SiteRelease>();
  for (const name of wanted) {
    if (existsSync(join(siteDir, folderOf(name)))) byName.set(name, readRelease(siteDir, name));
  }
  return {siteDir, releases, byName};
}

/**
 * Reads the pages of one release. A page is parsed again only when its text, a partial or a facts file is another one.
 *
 * @throws with what is wrong in each page that cannot be read
 */
export function readRelease(siteDir: string, name: string, folder = folderOf(name)): SiteRelease {
  const directory = join(siteDir, folder);
  const files = filesBelow(directory);
  const facts = files.filter((file) => file.startsWith(`${FACTS}/`));
  const factsHash = sha256(facts.map((file) => `${file} ${hashFile(join(directory, file))}`).join('\n'));
  const pages = new Map<string, SitePage>();
  const problems: string[] = [];
  for (const file of files) {
    if (!/\.mdx?$/.test(file) || file.split('/').some((part) => part.startsWith('_'))) continue;
    try {
      const page = pageOf(join(directory, file), `${folder}/${file}`, file, factsHash);
      pages.set(page.id, page);
    } catch (error) {
      const {message} = error as Error;
      problems.push(message.includes(file) ? message : `${folder}/${file}: ${message}`);
    }
  }
  if (problems.length > 0) throw new Error([...new Set(problems)].join('\n'));
  return {name, folder, pages, facts: existsSync(join(directory, FACTS)) ? loadFacts(directory) : undefined};
}

const FACTS = '_facts';

/** A component or a reference: facts show in the page. Also true of other components, which costs no more than time. */
const MAY_SHOW_FACTS = /<[A-Z]|\{\{/;

function pageOf(path: string, file: string, inRelease: string, factsHash: string): SitePage {
  const source = readFileSync(path, 'utf8');
  const partials = partialsOf(source, path).map(([, partial]) => (existsSync(partial) ? hashFile(partial) : ''));
  const key = sha256([inRelease, MAY_SHOW_FACTS.test(source) ? factsHash : '', ...partials, source].join('\n'));
  let page = parsed.get(key);
  if (!page) {
    page = parsePage(path, source, file, inRelease);
    parsed.set(key, page);
  }
  const former = keys.get(path);
  if (former !== undefined && former !== key) parsed.delete(former);
  keys.set(path, key);
  return page.file === file ? page : {...page, file};
}

function parsePage(path: string, source: string, file: string, inRelease: string): SitePage {
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
