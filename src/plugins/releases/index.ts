import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {boundsProblems} from './bounds';
import {extendCli} from './cli';
import {tombstonesOf} from './cli/contract-inputs';
import type {Contract} from './contract';
import {currentHighlights} from './highlights';
import {allPageData} from './page-data';
import {loadReleases, type Releases} from './releases';
import {folderOf, loadSite} from './site';
import {writeStaticPages} from './static-pages';

/** What the theme reads about releases, by Docusaurus's own version name. On every page, so it holds no page data. */
export type ReleasesGlobalData = {
  releases: Releases;
  /** Pages that are gone for good: why, and what to read instead. */
  tombstones: Contract['tombstones'];
};

/** Publishes releases.json to the theme, writes the pages below /releases, and brings the release commands. */
export default function releasesPlugin(context: LoadContext): Plugin<Releases> {
  const {siteDir, siteConfig} = context;
  return {
    name: 'releases',
    extendCli: (cli) => extendCli(cli, siteDir),
    getPathsToWatch: () => [join(siteDir, 'releases.json'), join(siteDir, 'docs/_contract.json')],

    loadContent() {
      const releases = loadReleases(siteDir);
      const problems = Object.keys(releases).flatMap((name) => boundsProblems(siteDir, folderOf(name)));
      if (problems.length > 0) throw new Error(`A release may not reach outside itself:\n${problems.join('\n')}`);
      // A page that cannot be read stops the build here, under its own name (see page-data.ts).
      allPageData(loadSite(siteDir));
      return releases;
    },

    async contentLoaded({content, actions}) {
      // The home page alone shows them: it imports them from what is generated.
      await actions.createData('highlights.json', currentHighlights(content));
      const releases = Object.fromEntries(
        Object.entries(content).map(([name, release]) => [name, {...release, highlights: undefined}]),
      );
      const data: ReleasesGlobalData = {releases, tombstones: tombstonesOf(siteDir, content)};
      actions.setGlobalData(data);
      // Not exact: one route for all pages below it, see static-pages.ts.
      actions.addRoute({path: '/releases', component: '@site/src/plugins/releases/client/ReleasesRoot'});
    },

    // Nothing is awaited before the pages are written, so that the rooms that read the built site find them.
    async postBuild({outDir}) {
      const count = writeStaticPages(loadSite(siteDir), outDir, siteConfig.url, siteConfig.title);
      console.log(`[releases] ${count} pages written`);
    },
  };
}
