import {Feed} from 'feed';
import type {ChangelogEntry} from './entries';

export type FeedSite = {
  title: string;
  description: string;
  /** Absolute address of the changelog page. */
  pageUrl: string;
  /** Absolute address of the site's root, without a slash at its end. */
  siteUrl: string;
};

/**
 * Makes the feeds of the changelog from its entries. Deterministic: the feed's date is the newest entry's, never today.
 *
 * @returns the text of an RSS 2.0 and of an Atom 1.0 document
 */
export function changelogFeeds(entries: readonly ChangelogEntry[], site: FeedSite): {rss: string; atom: string} {
  const newest = new Date(`${entries[0]?.date ?? '1970-01-01'}T00:00:00Z`);
  const feed = new Feed({
    id: site.pageUrl,
    title: site.title,
    description: site.description,
    link: site.pageUrl,
    language: 'en',
    copyright: 'Molecule AI',
    updated: newest,
    generator: 'Molecule AI Docs',
    feedLinks: {rss: `${site.siteUrl}/changelog.rss`, atom: `${site.siteUrl}/changelog.atom`},
  });
  for (const entry of entries) {
    const link = `${site.pageUrl}#${entry.anchor}`;
    feed.addItem({
      id: link,
      guid: link,
      link,
      title: entry.title,
      date: new Date(`${entry.date}T00:00:00Z`),
      content: entry.html,
    });
  }
  return {rss: feed.rss2(), atom: feed.atom1()};
}
