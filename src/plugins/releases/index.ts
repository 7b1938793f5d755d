import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {extendCli} from './cli';
import {loadReleases, type Releases} from './releases';

/** What the theme reads about releases, by Docusaurus's own version name. */
export type ReleasesGlobalData = {
  releases: Releases;
};

/** Publishes releases.json to the theme: status, dates and the nearest page of each release. */
export default function releasesPlugin(context: LoadContext): Plugin<Releases> {
  return {
    name: 'releases',
    extendCli: (cli) => extendCli(cli, context.siteDir),
    getPathsToWatch: () => [join(context.siteDir, 'releases.json')],
    loadContent: () => loadReleases(context.siteDir),
    contentLoaded({content, actions}) {
      const data: ReleasesGlobalData = {releases: content};
      actions.setGlobalData(data);
    },
  };
}
