import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {caddyRules, netlifyRules, nginxRules} from './host-rules';
import {loadReleases} from '../releases/releases';
import {loadAllRedirects} from './all-redirects';

/**
 * Old addresses. The pages that redirect without a host's help come from plugin-client-redirects; this plugin tells hosts
 * that can do better the same: they keep the query and the anchor of an address.
 */
export default function linksPlugin({siteDir}: LoadContext): Plugin<void> {
  const redirects = () => loadAllRedirects(siteDir, loadReleases(siteDir));
  return {
    name: 'links',

    async postBuild({outDir}) {
      await writeFile(join(outDir, '_redirects'), netlifyRules(redirects()));
    },

    extendCli(cli) {
      cli
        .command('links:deploy')
        .description('write deploy/: redirect rules for nginx, Caddy and hosts that read _redirects')
        .action(async () => {
          const all = redirects();
          const folder = join(siteDir, 'deploy');
          await mkdir(folder, {recursive: true});
          await writeFile(join(folder, '_redirects'), netlifyRules(all));
          await writeFile(join(folder, 'nginx.conf'), nginxRules(all));
          await writeFile(join(folder, 'Caddyfile'), caddyRules(all));
          console.log(`deploy/: ${all.length} redirects written for three hosts`);
        });
    },
  };
}
