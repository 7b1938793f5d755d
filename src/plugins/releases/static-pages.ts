import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {escapeHtml} from '../escape-html';
import {compareAddress, formerAddresses, RELEASES_PATH} from './addresses';
import {compareReleases, type ReleaseChanges} from './changes';
import {comparePage} from './compare-page';
import {pageIn} from './history';
import type {StaticPage} from './pages-shared';
import {overviewPage, pairsOf, releasePage, upgradePage, type SiteFacts} from './release-page';
import {NEXT, releaseNames, releasePath} from './releases';
import {addressOf} from './routes';
import type {Site, SitePage} from './site';

/**
 * The pages of this room are plain HTML in the frame of one Docusaurus route. A route of its own for each comparison would
 * put every address into the client bundle, which all readers load.
 */
export function* staticPages(site: Site): Generator<StaticPage> {
  // Archived ones too: their own pages lead elsewhere, what is said about them here stays.
  const names = [...releaseNames(site.releases), NEXT].filter((name) => (site.byName.get(name)?.pages.size ?? 0) > 0);
  const facts: SiteFacts = {
    releases: site.releases,
    names,
    addressOf: (name, page) => addressOf(releasePath(name, site.releases), page.route),
  };
  yield overviewPage(facts);
  for (const name of names)
    if (names.indexOf(name) === 0) yield releasePage(name, undefined, pagesOf(site, name), facts);
  for (const [from, to] of pairsOf(names)) {
    const changes = compareReleases(site, from, to);
    yield upgradePage(changes, facts);
    if (names.indexOf(from) === names.indexOf(to) - 1) yield releasePage(to, changes, pagesOf(site, to), facts);
    yield* comparisons(site, changes, facts);
  }
}

function pagesOf(site: Site, name: string): SitePage[] {
  return [...(site.byName.get(name)?.pages.values() ?? [])];
}

function* comparisons(site: Site, {from, to, pairs}: ReleaseChanges, facts: SiteFacts): Generator<StaticPage> {
  for (const pair of pairs) {
    const others = pairsOf(facts.names).flatMap(([older, younger]) => {
      if (older === from && younger === to) return [];
      const before = pageIn(site, pair.after.id, to, older);
      const after = pageIn(site, pair.after.id, to, younger);
      return before && after ? [{label: `${older} to ${younger}`, address: compareAddress(older, younger, after)}] : [];
    });
    const addresses = {before: facts.addressOf(from, pair.before), after: facts.addressOf(to, pair.after)};
    const page = comparePage({from, to, pair, addresses, others});
    // Before the page was moved, its comparison was named by the route that it had.
    yield {...page, formerly: [compareAddress(from, to, pair.before)].filter((address) => address !== page.address)};
  }
}

/** Cuts the built page of the route, so that content and head can be put in. */
export class Frame {
  constructor(
    readonly template: string,
    readonly siteUrl: string,
    readonly siteTitle: string,
  ) {
    if (!SLOT.test(template)) throw new Error(`${RELEASES_PATH}.html: the place for the content is missing`);
  }

  fill({address, title, description, body}: StaticPage): string {
    const full = `${title} | ${this.siteTitle}`;
    const robots = address === RELEASES_PATH ? '' : '<meta name="robots" content="noindex, follow">';
    const alternates = `<link rel="alternate" type="text/markdown" href="${address}.md"><link rel="alternate" type="application/json" href="${address}.json">`;
    return (
      this.template
        .replace(
          SLOT,
          (_, open: string, close: string) =>
            `${open.slice(0, -1)} data-title="${escapeHtml(full)}">${body.text}${close}`,
        )
        .replace(/(<title[^>]*>)[^<]*/, (_, tag: string) => tag + escapeHtml(full))
        .replace(
          /(<meta[^>]*\bproperty="?og:title"?[^>]*\bcontent=)("[^"]*"|[^\s>]+)/,
          (_, tag: string) => `${tag}"${escapeHtml(title)}"`,
        )
        .replace(
          /(<meta[^>]*\b(?:name="?description"?|property="?og:description"?)[^>]*\bcontent=)("[^"]*"|[^\s>]+)/g,
          (_, tag: string) => `${tag}"${escapeHtml(description)}"`,
        )
        // Canonical and og:url name the frame; the minifier may have dropped their quotes.
        .replace(new RegExp(`${this.siteUrl}${RELEASES_PATH}(?=["\\s>])`, 'g'), () => this.siteUrl + address)
        .replace('</head>', () => `${robots}${alternates}</head>`)
    );
  }
}

const SLOT = /(<div[^>]*\bid="?release-page"?[^>]*>)(<\/div>)/;

/** A page that leads to another one without a script, as hosts without rules for redirects need it. */
function redirectPage(to: string, siteUrl: string): string {
  const address = escapeHtml(to);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moved</title><meta name="robots" content="noindex">` +
    `<link rel="canonical" href="${escapeHtml(siteUrl)}${address}"><meta http-equiv="refresh" content="0; url=${address}">` +
    `</head><body><p>This page is at <a href="${address}">${address}</a>.</p></body></html>\n`
  );
}

/**
 * Writes all pages of this room beside the built ones, and what leads to them from where they stood before. Synchronous:
 * other rooms read the built site in their own postBuild, and must find these pages there.
 *
 * @returns the number of pages
 */
export function writeStaticPages(site: Site, outDir: string, siteUrl: string, siteTitle: string): number {
  const frame = new Frame(readFileSync(join(outDir, `${RELEASES_PATH}.html`), 'utf8'), siteUrl, siteTitle);
  const written = new Set<string>();
  const moved: (Pick<StaticPage, 'markdown' | 'json'> & {from: string; to: string})[] = [];
  const write = (address: string, html: string, {markdown, json}: Pick<StaticPage, 'markdown' | 'json'>) => {
    const file = join(outDir, address);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(`${file}.html`, html);
    writeFileSync(`${file}.md`, markdown);
    writeFileSync(`${file}.json`, JSON.stringify(json));
  };
  for (const page of staticPages(site)) {
    const {address, formerly = [], markdown, json} = page;
    write(address, frame.fill(page), page);
    written.add(address);
    const before = [address, ...formerly].flatMap((known) => formerAddresses(known, site.releases));
    moved.push(...[...formerly, ...before].map((from) => ({from, to: address, markdown, json})));
  }
  for (const {from, to, ...page} of moved) if (!written.has(from)) write(from, redirectPage(to, siteUrl), page);
  return written.size;
}
