import {readFileSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {caddyRules, netlifyRules, nginxRules} from './host-rules';
import {loadRedirects, parseRedirects} from './redirect-table';

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

describe('rules for hosts', () => {
  const redirects = [{...row('/old', '/new')}];

  test('each host gets every row', () => {
    expect(netlifyRules(redirects)).toContain('/old /new 301');
    expect(nginxRules(redirects)).toContain('/old /new;');
    expect(caddyRules(redirects)).toContain('redir /old /new permanent');
  });

  test('the committed files are those of the table', () => {
    const all = loadRedirects(process.cwd());
    expect(readFileSync('deploy/_redirects', 'utf8')).toBe(netlifyRules(all));
    expect(readFileSync('deploy/nginx.conf', 'utf8')).toBe(nginxRules(all));
    expect(readFileSync('deploy/Caddyfile', 'utf8')).toBe(caddyRules(all));
  });
});
