import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {RouteConfig} from '@docusaurus/types';
import {chunkOfRelease} from './routes-by-release.cjs';

/** What Docusaurus writes of a build: names of chunks by route, and files by chunk. */
export type Generated = {
  /** One entry for each route, from the top down: `/docs/page-3f2` with the names of its chunks, nested as its modules are. */
  names: Record<string, unknown>;
  manifest: {
    /** Chunks that a name stands for: its own and those that it shares. */
    origins: Record<string, string[]>;
    assets: Record<string, {js?: {publicPath: string}[]}>;
  };
};

/** What Docusaurus has written into its folder of generated files. */
export async function readGenerated(folder: string): Promise<Generated> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const [names, manifest] = await Promise.all([read('routesChunkNames.json'), read('client-manifest.json')]);
  return {names, manifest} as Generated;
}

/** Addresses of the scripts of a chunk, by its name; none for a name that stands for no chunk. */
export function filesOfChunk(name: string, {origins, assets}: Generated['manifest']): string[] {
  return (origins[name] ?? []).flatMap((id) => assets[id]?.js ?? []).map((file) => file.publicPath);
}

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves);

/**
 * Addresses of the scripts that bring each page to life, beside the application's own, by the page's path.
 * Docusaurus fetches them when the application has started; named in the page they come with it.
 *
 * @param routes as plugins get them
 * @param releases whose pages are listed in chunks of their own
 * @throws when names and routes do not go together: Docusaurus has changed how it writes them
 */
export function filesOfRoutes(
  routes: readonly RouteConfig[],
  {names, manifest}: Generated,
  releases: readonly {name: string; path: string}[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const entries = Object.entries(names);
  let at = 0;
  const walk = (route: RouteConfig, above: readonly string[], depth = 0) => {
    const [key, value] = entries[at++] ?? ['', {}];
    if (key.replace(/-[^-]*$/, '') !== route.path) {
      throw new Error(`page-speed: chunks of ${key || 'no route'} where those of ${route.path} were expected`);
    }
    const release = depth === 1 && releases.find(({path}) => path === route.path);
    const chunks = [...(release ? [chunkOfRelease(release.name)] : []), ...leaves(value)];
    const files = [...above, ...chunks.flatMap((name) => filesOfChunk(name, manifest))];
    if (route.routes) route.routes.forEach((child) => walk(child, files, depth + 1));
    else found.set(route.path, [...new Set(files)]);
  };
  routes.forEach((route) => walk(route, []));
  return found;
}
