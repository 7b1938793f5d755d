import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {caddyRules, netlifyRules, nginxRules} from './host-rules';
import {loadRedirects} from './redirect-table';

/**
 * Old addresses. The pages that redirect without a host's help come from plugin-client-redirects; this plugin gives hosts
 * that can do better the same table.
 */
export default function linksPlugin({siteDir}: LoadContext): Plugin<void> {
  return {
    name: 'links',

    async postBuild({outDir}) {
      await writeFile(join(outDir, '_redirects'), netlifyRules(loadRedirects(siteDir)));
    },

    extendCli(cli) {
      cli
        .command('links:deploy')
        .description('write deploy/: redirect rules for nginx, Caddy and hosts that read _redirects')
        .action(async () => {
          const redirects = loadRedirects(siteDir);
          const folder = join(siteDir, 'deploy');
          await mkdir(folder, {recursive: true});
          await writeFile(join(folder, '_redirects'), netlifyRules(redirects));
          await writeFile(join(folder, 'nginx.conf'), nginxRules(redirects));
          await writeFile(join(folder, 'Caddyfile'), caddyRules(redirects));
          console.log(`deploy/: ${redirects.length} redirects written for three hosts`);
        });
    },
  };
}
