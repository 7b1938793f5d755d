import {readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {caddyRules, netlifyRules, nginxRules} from './host-rules';
import {loadReleases} from '../releases/releases';
import {contradictions, loadAllRedirects} from './all-redirects';
import {parseRedirects} from './redirect-table';

const table = (rows: unknown[]) => JSON.stringify({$about: 'x', redirects: rows});
const row = (from: string, to: string) => ({from, to, reason: 'moved'});

describe('parseRedirects', () => {
  test('gives the rows of a sound table', () => {
    expect(parseRedirects(table([row('/a', '/b')]))).toEqual([row('/a', '/b')]);
  });

  test('refuses a chain, which would cost a reader two hops', () => {
    expect(() => parseRedirects(table([row('/a', '/b'), row('/b', '/c')]))).toThrow('point at its target');
  });

  test('refuses an address that stands twice', () => {
    expect(() => parseRedirects(table([row('/a', '/b'), row('/a', '/c')]))).toThrow('/a stands twice');
  });

  test('names the field of a malformed row', () => {
    expect(() => parseRedirects(table([{from: 'a', to: '/b', reason: 'x'}]))).toThrow('redirects.0.from');
  });
});

test('a row does not say what releases.json says, and leads nowhere that leads on', () => {
  const derived = [{from: '/docs/2026.05', to: '/docs'}];
  expect(contradictions([row('/a', '/docs')], derived)).toEqual([]);
  expect(contradictions([row('/docs/2026.05', '/docs'), row('/a', '/docs/2026.05')], derived)).toEqual([
    expect.stringContaining('/docs/2026.05 leads to /docs by releases.json; take the row out'),
    expect.stringContaining('/a leads to /docs/2026.05, which leads to /docs; point the row there'),
  ]);
});

describe('rules for hosts', () => {
  const redirects = [
    {from: '/old', to: '/new', isTemporary: false},
    {from: '/now', to: '/new', isTemporary: true},
  ];

  test('each host gets every redirect, and which ones a browser may remember', () => {
    expect(netlifyRules(redirects)).toContain('\n/old /new 301\n/now /new 302\n');
    expect(nginxRules(redirects)).toMatch(
      /docs_moved \{\n.*\n {2}\/old \/new;\n\}\n.*docs_for_now \{\n.*\n {2}\/now \/new;\n\}/,
    );
    expect(caddyRules(redirects)).toContain(
      'redir /old /new{docs_query} permanent\n  redir /now /new{docs_query} temporary\n',
    );
  });

  test.each([
    [10, 64],
    [32, 64],
    [33, 128],
    [100, 256],
  ])('an address of %d bytes has room in a bucket of nginx', (length, size) => {
    const rules = nginxRules([{from: `/${'x'.repeat(length - 1)}`, to: '/new', isTemporary: true}]);
    expect(rules).toContain(`map_hash_bucket_size ${size};`);
  });

  test('the committed files are those of the table and of releases.json', () => {
    const all = loadAllRedirects(process.cwd(), loadReleases(process.cwd()));
    expect(readFileSync('deploy/_redirects', 'utf8')).toBe(netlifyRules(all));
    expect(readFileSync('deploy/nginx.conf', 'utf8')).toBe(nginxRules(all));
    expect(readFileSync('deploy/Caddyfile', 'utf8')).toBe(caddyRules(all));
  });
});
