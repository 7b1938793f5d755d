import {describe, expect, test} from '@jest/globals';
import {changelogEntries} from './entries';
import {changelogFeeds} from './feeds';

const pageUrl = 'https://doc.example/docs/changelog';
const page = (body: string) =>
  `<article><div class="markdown"><header><h1>Changelog</h1></header>${body}</div></article>`;
const twoDays = page(
  '<h2 id="d-2026-05-04">2026-05-04</h2><h3 id="fast">Fast &amp; small<a class="hash-link" href="#fast">#</a></h3>' +
    '<p class="x">See <a href="/docs/tokens">tokens</a>.</p><p>More.</p>' +
    '<h2 id="d-2026-04-23">2026-04-23</h2><h3 id="old">Old</h3><p>Text</p>',
);

describe('changelogEntries', () => {
  test('takes title, anchor, day and everything up to the next heading', () => {
    expect(changelogEntries(twoDays, pageUrl)).toEqual([
      {
        title: 'Fast & small',
        anchor: 'fast',
        date: '2026-05-04',
        html: '<p>See <a href="https://doc.example/docs/tokens">tokens</a>.</p><p>More.</p>',
      },
      {title: 'Old', anchor: 'old', date: '2026-04-23', html: '<p>Text</p>'},
    ]);
  });

  test('refuses a day out of order', () => {
    const body = page('<h2 id="d-2026-04-23">a</h2><h2 id="d-2026-05-04">b</h2>');
    expect(() => changelogEntries(body, pageUrl)).toThrow('2026-05-04 stands below 2026-04-23');
  });

  test('refuses a heading that is no day', () => {
    expect(() => changelogEntries(page('<h2 id="news">News</h2>'), pageUrl)).toThrow('"News" is no day');
  });
});

describe('changelogFeeds', () => {
  const site = {title: 'T', description: 'D', pageUrl, siteUrl: 'https://doc.example'};

  test('names each entry by its anchor, in both formats', () => {
    const {rss, atom} = changelogFeeds(changelogEntries(twoDays, pageUrl), site);
    for (const text of [rss, atom]) {
      expect(text).toContain(`${pageUrl}#fast`);
      expect(text.indexOf('#fast')).toBeLessThan(text.indexOf('#old'));
    }
  });

  test('dates itself by the newest entry, so that two builds are the same', () => {
    const {atom} = changelogFeeds(changelogEntries(twoDays, pageUrl), site);
    expect(atom).toContain('<updated>2026-05-04T00:00:00.000Z</updated>');
  });
});
