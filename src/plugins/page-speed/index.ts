import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import {algoliaOrigins} from '../search/options';
import {afterOthers} from './after-others';
import {bundling, SEARCH_DIALOG} from './bundling';
import {compress as compressFiles} from './compress';
import {filesOfChunk, filesOfRoutes, readGenerated} from './chunk-files';
import {finish} from './finish';
import {compileLoader} from './loader';
import modalStyles from './modal-styles';

export type PageSpeedOptions = {
  /** Write compressed copies beside the files; default: yes. Of use where a host compresses what it serves. */
  compress?: boolean;
};

/** Pages that are made by the application and say nothing without it. */
const now = ['404.html', 'search.html'];

/**
 * What a page loads, and when: its text and style; the application at the first sign that the reader wants it.
 *
 * This is a step after the build and no template of our own (`ssrTemplate`): it needs no copy of Docusaurus's template, it
 * sees the files as the minifier leaves them, so that the hashes of inline scripts are right, and what else is done here
 * (styles that no page uses, compression) needs all pages anyway.
 */
export default function pageSpeedPlugin(
  {siteDir, siteStorage, generatedFilesDir}: LoadContext,
  {compress = true}: PageSpeedOptions,
): Plugin<void> {
  const room = join(siteDir, 'src/plugins/page-speed');
  let latest = '';
  let releases: {name: string; path: string}[] = [];

  return {
    name: 'page-speed',

    getClientModules: () => [
      // The search button is on every page; the rest of DocSearch's style comes with its modal (see bundling.ts).
      require.resolve('@docsearch/css/dist/button.css'),
      join(room, 'client/progress.css'),
    ],

    configureWebpack: (config, isServer) => bundling(config, isServer, {room, generated: generatedFilesDir, releases}),

    configurePostCss: ({plugins, ...options}) => ({...options, plugins: [...plugins, modalStyles()]}),

    async allContentLoaded({allContent}) {
      const {loadedVersions} = allContent['docusaurus-plugin-content-docs']?.['default'] as LoadedContent;
      // A route has no slash at its end.
      releases = loadedVersions.map(({versionName, path}) => ({name: versionName, path: path.replace(/\/$/, '')}));
      latest = loadedVersions.find(({isLast}) => isLast)?.versionName ?? '';
    },

    async postBuild({outDir, plugins, routes}) {
      await afterOthers(plugins, 'page-speed')();
      const generated = await readGenerated(generatedFilesDir);
      const [search] = filesOfChunk(SEARCH_DIALOG, generated.manifest);
      if (!search) throw new Error(`page-speed: the build has no chunk "${SEARCH_DIALOG}"; see bundling.ts`);
      const pages = await finish(outDir, {
        loader: compileLoader(join(room, 'client/loader.ts')),
        now,
        scriptsOf: filesOfRoutes(routes, generated, releases),
        search,
        release: {key: `docs-preferred-version-default${siteStorage.namespace}`, latest},
        connect: algoliaOrigins(process.env),
      });
      // Not below node_modules, which the scratch site of a release command shares with this one.
      const cache = join(siteDir, '.cache/page-speed');
      const {count, known} = compress ? await compressFiles(outDir, cache) : {count: 0, known: 0};
      console.log(`[page-speed] ${pages} pages; ${count} files compressed, ${known} of them before`);
    },
  };
}
