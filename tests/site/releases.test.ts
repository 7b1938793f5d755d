import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {load} from 'cheerio';
import {describe, expect, test} from '@jest/globals';
import {loadSite} from '../../src/plugins/releases/site';
import {builtNames, releasePath} from '../../src/plugins/releases/releases';
import {addressOf} from '../../src/plugins/releases/routes';
import {currentRelease, oldestRelease, secondRelease} from '../support/releases';
import {builtFiles, builtPages, origin, siteDir} from './built-site';

const read = (address: string) => readFileSync(join(siteDir, address), 'utf8');
const site = loadSite(process.cwd());

describe('what the room computes is what is built', () => {
  test('every page stands at its computed route, with its computed ids', () => {
    const problems: string[] = [];
    for (const name of builtNames(site.releases)) {
      for (const page of site.byName.get(name)?.pages.values() ?? []) {
        const built = builtPages().get(addressOf(releasePath(name, site.releases), page.route));
        if (!built) problems.push(`${page.file}: no page at ${page.route}`);
        else for (const {id} of page.anchors) if (!built.ids.has(id)) problems.push(`${page.file}: no #${id}`);
      }
    }
    expect(problems).toEqual([]);
  }, 120_000);
});

describe('pages below /releases', () => {
  const upgrade = `/releases/${oldestRelease}-to-${secondRelease}`;

  test('the move from Fly Machines to EC2 is told by the data', () => {
    const text = load(read('/releases/2026.04-to-2026.05.html'))('#release-page').text();
    expect(text).toContain('Fly Machines');
    expect(text).toMatch(/EC2 \(0 → \d+\)/);
    expect(text).toContain('ec2 instance type');
    expect(text).toContain('environment variables'.replace('e', 'E'));
  });

  test.each(['/releases', `/releases/${currentRelease}`, upgrade, `${upgrade}/quickstart`])(
    '%s also as Markdown and JSON',
    (address) => {
      expect(read(`${address}.md`)).toMatch(/^# /);
      expect(() => JSON.parse(read(`${address}.json`)) as unknown).not.toThrow();
      const $ = load(read(`${address}.html`));
      expect($('#release-page h1')).toHaveLength(1);
      expect($('link[rel=canonical]').attr('href')).toBe(origin + address);
      expect($('meta[name=robots]').attr('content')?.includes('noindex') ?? false).toBe(address !== '/releases');
    },
  );

  test('every page of both releases has its comparison', () => {
    const [before, after] = [site.byName.get(oldestRelease), site.byName.get(secondRelease)];
    const missing = [...(after?.pages.values() ?? [])]
      .filter(({id}) => before?.pages.has(id))
      .map(({route}) => `${upgrade}/${route === '' ? 'start-page' : route}.html`)
      .filter((file) => !existsSync(join(siteDir, file)));
    expect(missing).toEqual([]);
  });

  test('changes are marked up for a reader who hears them', () => {
    const changed = builtFiles(join(siteDir, upgrade))
      .filter((file) => file.endsWith('.html'))
      .map((file) => read(`${upgrade}/${file}`))
      .find((html) => html.includes('<ins'));
    const $ = load(changed ?? '');
    expect($('ins, del').length).toBeGreaterThan(0);
    expect($('ins').first().text()).toMatch(/^added: /);
  });
});

test('every documentation page has the line, and it leads to a page', () => {
  for (const {path, $} of builtPages().values()) {
    if (!/^\/docs(\/|$)/.test(path)) continue;
    const links = $('a[href^="/releases/"]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect({path, links: links.length > 0}).toEqual({path, links: true});
    for (const link of links)
      expect({link, there: existsSync(join(siteDir, `${link}.html`))}).toEqual({link, there: true});
  }
});

test('the client bundle knows no comparison', () => {
  const scripts = load(read('/releases.html'))('script[data-app]').attr('data-app')?.split(' ') ?? [];
  expect(scripts.length).toBeGreaterThan(1);
  for (const script of scripts) expect(read(script)).not.toContain(`${oldestRelease}-to-${secondRelease}`);
});
