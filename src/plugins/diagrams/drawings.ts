import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';
import {parseMarkdown} from '../../lint/markdown';
import factsRemark from '../facts/remark';
import {filesBelow} from '../releases/files';
import {NEXT} from '../releases/names';
import {folderOf} from '../releases/site';
import {diagramName, DIAGRAMS_FOLDER, isDiagram} from './diagram';

/** A diagram that a page has: its source and the first place where it stands, as `file:line`. */
export type PlacedDiagram = {name: string; source: string; place: string};

/** What is to be done so that a release has the drawing of each of its diagrams and no other. */
export type DrawingPlan = {
  /** Folder of the drawings, from the site's folder. */
  folder: string;
  missing: PlacedDiagram[];
  /** File names of drawings that no page uses. */
  unused: string[];
};

/**
 * Where diagrams are drawn: in next, or in the frozen releases that somebody named, to amend them.
 *
 * @returns folders of pages, from the site's folder
 * @throws when a name is no release of this site
 */
export function foldersToDraw(siteDir: string, names: readonly string[]): string[] {
  return (names.length > 0 ? names : [NEXT]).map((name) => {
    const folder = folderOf(name);
    if (!existsSync(join(siteDir, folder))) throw new Error(`${name}: there is no such release (${folder} is missing)`);
    return folder;
  });
}

/**
 * Compares the diagrams of a release, found as the build finds them, with its drawings.
 *
 * @param folder of the release's pages, from the site's folder
 * @throws with file and line when a page does not parse: what it shows is not known then
 */
export function planDrawings(siteDir: string, folder: string): DrawingPlan {
  const wanted = new Map<string, PlacedDiagram>();
  for (const page of filesBelow(join(siteDir, folder)).filter((file) => /\.mdx?$/.test(file))) {
    for (const diagram of diagramsOf(siteDir, `${folder}/${page}`)) {
      if (!wanted.has(diagram.name)) wanted.set(diagram.name, diagram);
    }
  }
  const drawings = join(siteDir, folder, DIAGRAMS_FOLDER);
  const drawn = existsSync(drawings) ? readdirSync(drawings).filter((file) => file.endsWith('.svg')) : [];
  return {
    folder: `${folder}/${DIAGRAMS_FOLDER}`,
    missing: [...wanted.values()].filter(({name}) => !drawn.includes(`${name}.svg`)),
    unused: drawn.filter((file) => !wanted.has(file.replace(/\.svg$/, ''))),
  };
}

function diagramsOf(siteDir: string, file: string): PlacedDiagram[] {
  const path = join(siteDir, file);
  const source = readFileSync(path, 'utf8');
  // Most pages have none, and need not be parsed.
  if (!source.includes('mermaid')) return [];
  const {tree, fault} = parseMarkdown(source, file.endsWith('.mdx'));
  if (fault) throw new Error(`${file}:${fault.line}: ${fault.message}`);
  if (!hasDiagram(tree)) return [];
  // The build names a drawing after its facts are put in.
  factsRemark()(tree, new VFile({path, value: source}));
  const found: PlacedDiagram[] = [];
  visit(tree, 'code', (node) => {
    if (!isDiagram(node)) return;
    found.push({
      name: diagramName(node.value),
      source: node.value,
      place: `${file}:${node.position?.start.line ?? 1}`,
    });
  });
  return found;
}

function hasDiagram(tree: Root): boolean {
  let found = false;
  visit(tree, 'code', (node) => {
    found ||= isDiagram(node);
  });
  return found;
}
