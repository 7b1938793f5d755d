import {spawnSync} from 'node:child_process';
import type {Options as SitemapOptions} from '@docusaurus/plugin-sitemap';
import type {RouteConfig} from '@docusaurus/types';

type CreateSitemapItems = NonNullable<SitemapOptions['createSitemapItems']>;

/**
 * The day of the last commit of each file, by its path from the site's folder. Empty outside a repository: a site that is
 * unpacked from an archive builds all the same.
 *
 * @param log output of `git log --format=%x00%cs --name-only --relative`, youngest first
 */
export function daysOf(log: string): Map<string, string> {
  const days = new Map<string, string>();
  for (const commit of log.split('\0').slice(1)) {
    const [day = '', ...files] = commit.split('\n').filter((line) => line !== '');
    for (const file of files) if (!days.has(file)) days.set(file, day);
  }
  return days;
}

/**
 * Puts `lastmod` into the sitemap. Docusaurus's own option fails outside a repository, and within one finds no page, since it
 * asks for relative paths where its table has absolute ones (3.10.2).
 */
export function sitemapWithDays(siteDir: string): CreateSitemapItems {
  return async ({defaultCreateSitemapItems, ...params}) => {
    const args = [
      '-C',
      siteDir,
      'log',
      '--format=%x00%cs',
      '--name-only',
      '--relative',
      '--',
      'versioned_docs',
      'docs',
      'src/pages',
    ];
    const {status, stdout} = spawnSync('git', args, {encoding: 'utf8', maxBuffer: 1 << 28});
    const days = daysOf(status === 0 ? stdout : '');
    const sources = new Map(
      leaves(params.routes).map(({path, metadata}) => [params.siteConfig.url + path, metadata?.sourceFilePath]),
    );
    const items = await defaultCreateSitemapItems(params);
    return items.map((item) => {
      const day = days.get(sources.get(item.url) ?? '');
      return day === undefined ? item : {...item, lastmod: day};
    });
  };
}

/** Routes without routes below them: the pages. */
function leaves(routes: readonly RouteConfig[]): RouteConfig[] {
  return routes.flatMap((route) => (route.routes ? leaves(route.routes) : [route]));
}
