import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {changelogEntries} from './entries';
import {changelogFeeds} from './feeds';

/** Writes the feeds of the current release's changelog, from the page that readers see, and names them in every head. */
export default function changelogPlugin({siteConfig}: LoadContext): Plugin<void> {
  return {
    name: 'changelog',

    injectHtmlTags: () => ({
      headTags: [
        {
          tagName: 'link',
          attributes: {rel: 'alternate', type: 'application/rss+xml', title: 'Changelog (RSS)', href: '/changelog.rss'},
        },
        {
          tagName: 'link',
          attributes: {
            rel: 'alternate',
            type: 'application/atom+xml',
            title: 'Changelog (Atom)',
            href: '/changelog.atom',
          },
        },
      ],
    }),

    async postBuild({outDir}) {
      const pageUrl = `${siteConfig.url}/docs/changelog`;
      const entries = changelogEntries(await readFile(join(outDir, 'docs/changelog.html'), 'utf8'), pageUrl);
      if (entries.length === 0) throw new Error('changelog: the page of the current release has no entry');
      const {rss, atom} = changelogFeeds(entries, {
        title: 'Molecule AI changelog',
        description: 'What changed in the Molecule AI platform',
        pageUrl,
        siteUrl: siteConfig.url,
      });
      await writeFile(join(outDir, 'changelog.rss'), rss);
      await writeFile(join(outDir, 'changelog.atom'), atom);
    },
  };
}
