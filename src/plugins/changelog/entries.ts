import {load} from 'cheerio';

/** One change of the changelog. */
export type ChangelogEntry = {
  title: string;
  /** Anchor on the changelog page. */
  anchor: string;
  /** Day of the change, ISO 8601. */
  date: string;
  /** What the page says about it, as HTML with absolute links. */
  html: string;
};

/**
 * Reads the entries of a built changelog page: each `h3` under an `h2` whose id is a day (`d-2026-05-04`).
 *
 * @param page the HTML of the built page
 * @param pageUrl its absolute address; links of the entries are resolved against it
 * @returns the entries in the page's order, newest day first
 * @throws when a heading stands under no day, or the days are not newest first
 */
export function changelogEntries(page: string, pageUrl: string): ChangelogEntry[] {
  const $ = load(page);
  const entries: ChangelogEntry[] = [];
  let date: string | undefined;
  let current: ChangelogEntry | undefined;

  for (const element of $('article .markdown').children().toArray()) {
    const node = $(element);
    if (element.tagName === 'h2') {
      const day = /^d-(\d{4}-\d{2}-\d{2})$/.exec(node.attr('id') ?? '')?.[1];
      if (!day)
        throw new Error(`changelog: "${node.text()}" is no day; its heading needs an id such as {#d-2026-05-04}`);
      if (date !== undefined && day >= date)
        throw new Error(`changelog: ${day} stands below ${date}; the newest day comes first`);
      date = day;
      current = undefined;
    } else if (element.tagName === 'h3') {
      if (!date) throw new Error(`changelog: "${node.text()}" stands under no day`);
      node.find('.hash-link').remove();
      current = {title: node.text().trim(), anchor: node.attr('id') ?? '', date, html: ''};
      entries.push(current);
    } else if (current) {
      node.find('a[href]').each((_, link) => {
        $(link).attr('href', new URL($(link).attr('href') ?? '', pageUrl).href);
      });
      // Classes and scripts of the site mean nothing in a reader of feeds.
      node.find('[class]').addBack('[class]').removeAttr('class');
      current.html += $.html(node);
    }
  }
  return entries;
}
