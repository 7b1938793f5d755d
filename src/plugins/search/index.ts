import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import {registerCommands} from './cli';
import {readArticle} from './article';
import {readBuiltPage, readManifest, readPhrases, readSynonymLines, writeShards} from './disk';
import {readAlgolia} from './options';
import {pack} from './pack';
import {checkAnchors, checkPages, phrasesFileOf} from './phrases';
import {weightOf} from './weight';

/** What the search bar and the results page read. */
export type SearchGlobalData = {
  /** Docusaurus's name of the version that is searched where no other is being read. */
  latest: string;
  algolia: boolean;
  /** Where Algolia is asked, when not at its own address. */
  host: string | undefined;
  ask: string;
};

type Versions = LoadedContent['loadedVersions'];

/** Makes the search index of every release from the built pages, and gives the theme what it needs to ask it. */
export default function searchPlugin({siteDir, siteConfig, baseUrl, outDir}: LoadContext): Plugin<void> {
  const algolia = readAlgolia(process.env) !== null;
  let versions: Versions = [];

  return {
    name: 'search',
    getClientModules: () => [path.join(siteDir, 'src/css/search.css')],

    async allContentLoaded({allContent, actions}) {
      versions = (allContent['docusaurus-plugin-content-docs']?.['default'] as LoadedContent).loadedVersions;
      for (const {contentPath, docs} of versions) {
        const ids = docs.map(({id}) => id);
        checkPages(phrasesFileOf(contentPath), readPhrases(contentPath), ids);
      }
      const latest = versions.find(({isLast}) => isLast)?.versionName ?? versions[0]!.versionName;
      const ask = `https://github.com/${siteConfig.organizationName}`;
      actions.setGlobalData({latest, algolia, host: process.env['ALGOLIA_HOST'], ask} satisfies SearchGlobalData);
    },

    configureWebpack(_config, isServer) {
      const rules = algolia
        ? []
        : [{test: /theme-search-algolia.lib.theme.SearchBar/, resolve: {alias: WITHOUT_PRECONNECT}}];
      if (isServer || process.env['NODE_ENV'] !== 'development') return {module: {rules}};
      // While writing, search answers from the last build: making the pages anew for each keystroke would take minutes.
      const built = path.join(outDir, 'search');
      console.log(
        readManifest(outDir)
          ? `[search] from the last build: ${built}`
          : '[search] nothing to search before a build: npm run build',
      );
      return {
        module: {rules},
        devServer: {static: [{directory: built, publicPath: `${baseUrl}search/`, watch: false}]},
      } as object;
    },

    async postBuild({outDir: built}) {
      const releases = versions.map(({versionName, label, docs, contentPath}) => {
        const phrases = readPhrases(contentPath);
        const pages = docs
          .filter(({unlisted, draft}) => !unlisted && !draft)
          .flatMap(({id, permalink, frontMatter}) => {
            const article = readArticle(readBuiltPage(built, permalink.slice(baseUrl.length)));
            if (article === null) return [];
            const said = phrases[id] ?? {};
            const anchors = article.sections.filter(({row}) => !row).map(({anchor}) => anchor);
            checkAnchors(phrasesFileOf(contentPath), id, said, anchors);
            const address = siteConfig.trailingSlash === false ? permalink.replace(/(?<=.)\/$/, '') : permalink;
            return [{path: address, article, weight: weightOf(frontMatter), phrases: said}];
          });
        const {language = siteConfig.i18n.defaultLocale, tag = `docs-default-${versionName}`} = pages[0]?.article ?? {};
        const site = new URL(baseUrl, siteConfig.url).href.replace(new RegExp(`${baseUrl}$`), '');
        const synonyms = readSynonymLines(contentPath);
        return {name: versionName, ...pack({version: versionName, language, tag, label, site, synonyms}, pages)};
      });
      writeShards(built, releases);
      const count = releases.reduce((sum, {heads, full}) => sum + heads.heads.length + full.rows.flat().length, 0);
      const answers = algolia
        ? 'Algolia answers, and the index where it does not'
        : 'the index answers, without Algolia';
      console.log(`[search] ${count} records of ${releases.length} releases; ${answers}`);
    },

    extendCli: (cli) => registerCommands(cli, siteDir, siteConfig.url),
  };
}

/** Without Algolia no browser is told to connect to it: the theme's bar gets a head that leaves its hint out. */
const WITHOUT_PRECONNECT = {'@docusaurus/Head': path.join(__dirname, 'client/NoHead.tsx')};
