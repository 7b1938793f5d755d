import {join} from 'node:path';
import type {Plugin} from '@docusaurus/types';
import {CompileHintPlugin} from './compile-hint';

type Configure = NonNullable<Plugin['configureWebpack']>;

/** Name of the chunk that the search worker is (see search/client/embedded.ts). */
const SEARCH_WORKER = 'search';
/** Name of the chunk with DocSearch's modal. */
export const SEARCH_DIALOG = 'search-dialog';

/** Docusaurus's own number of a page, which is the name of the page's chunk. */
const PAGE = /^[0-9a-f]{8}$/;

/** How the application is cut into files: nothing in the first ones that only a few readers need. */
export function bundling(
  {mode, plugins = []}: Parameters<Configure>[0],
  isServer: boolean,
  {room, generated, releases}: {room: string; generated: string; releases: readonly {name: string; path: string}[]},
): ReturnType<Configure> {
  const lean = join(room, 'lean-generated.cjs');
  // Modules of ours in the place of Docusaurus's, which they use themselves.
  const link = join(room, 'client/Link.tsx');
  const creator = join(room, 'client/ComponentCreator.ts');
  // The server draws what the browser does: properties of a release are the same for both.
  const properties = {
    test: /docusaurus-plugin-content-docs[\\/]default[\\/]p[\\/].*\.json$/,
    include: generated,
    type: 'json',
    use: lean,
  };
  if (isServer) {
    return {
      module: {rules: [properties]},
      resolve: {
        alias: {[require.resolve('@docusaurus/core/lib/client/renderToHtml')]: join(room, 'render-to-html.ts')},
      },
    };
  }
  return {
    mergeStrategy: {plugins: 'replace'},
    // The application lists the files of all chunks: by id and hash alone the list is half as long.
    ...(mode === 'production' && {output: {chunkFilename: 'assets/js/[id].[contenthash:8].js'}}),
    // Names of all chunks, for Docusaurus's prefetch (see no-prefetch.ts).
    plugins: [
      ...plugins.filter((plugin) => plugin?.constructor.name !== 'ChunkAssetPlugin'),
      ...(mode === 'production'
        ? [new CompileHintPlugin(({name}) => name === 'main' || name === SEARCH_DIALOG || PAGE.test(name ?? ''))]
        : []),
    ],
    module: {
      rules: [
        properties,
        {test: /[\\/]docusaurus\.config\.mjs$/, include: generated, use: lean},
        {
          test: /[\\/](routes\.js|registry\.js|routesChunkNames\.json)$/,
          include: generated,
          use: {loader: join(room, 'routes-by-release.cjs'), options: {releases}},
        },
        {
          test: [
            /core[\\/]lib[\\/]client[\\/]browserContext\.js$/,
            /theme-common[\\/]lib[\\/]contexts[\\/](announcementBar|colorMode|navbarMobileSidebar)\.js$/,
            /theme-common[\\/]lib[\\/]contexts[\\/]navbarSecondaryMenu[\\/](content|display)\.js$/,
            /theme-common[\\/]lib[\\/]hooks[\\/](useWindowSize|useCodeWordWrap)\.js$/,
            /plugin-content-docs[\\/]lib[\\/]client[\\/]docsPreferredVersion\.js$/,
          ],
          use: join(room, 'effect-in-transition.cjs'),
        },
        {
          exclude: [link, creator],
          resolve: {alias: {'@docusaurus/Link': link, '@docusaurus/ComponentCreator': creator}},
        },
      ],
    },
    resolve: {
      alias: {
        tslib$: join(room, 'client/tslib.ts'),
        // All of DocSearch's style, with its assistant's; we need the modal's.
        '@docsearch/react/style$': join(room, 'client/search-modal-style.ts'),
        // Pages of a release are listed in a file of their own.
        [require.resolve('@docusaurus/core/lib/client/preload')]: join(room, 'client/preload.ts'),
        // Docusaurus fetches the code of every link in view as soon as it runs. Pointing at a link is early enough.
        [require.resolve('@docusaurus/core/lib/client/docusaurus')]: join(room, 'client/no-prefetch.ts'),
        // The theme brings the highlighter at the start; it comes with the first code that is not in a page's HTML.
        [require.resolve('@docusaurus/theme-classic/lib/prism-include-languages')]: join(room, 'client/nothing.ts'),
      },
    },
    optimization: {
      splitChunks: {
        // The search worker is one file: no second one to wait for before the first hits.
        chunks: (chunk) => !chunk.canBeInitial() && chunk.name !== SEARCH_WORKER,
        cacheGroups: {
          // A name to find it by: the loader fetches it beside the application when the reader wants to search.
          [SEARCH_DIALOG]: {
            name: SEARCH_DIALOG,
            test: /docsearch[\\/]react[\\/]dist[\\/]esm[\\/]DocSearchModal/,
            chunks: 'async',
            enforce: true,
          },
          // Docusaurus joins all styles into one file; the modal's stay with its code.
          styles: {test: /^(?!.*(docsearch[\\/]css[\\/]dist[\\/](modal|_variables)|src[\\/]css[\\/]search-modal))/},
        },
      },
    },
  };
}
