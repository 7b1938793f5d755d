import {describe, expect, test} from '@jest/globals';
import {outsideReach} from './bounds';
import {carry} from './carry';
import {brokenPromises, brokenRedirects, NO_CONTRACT} from './contract';
import {formatJson} from './files';
import {nearestAnchors} from './history';
import {html} from './html';
import {moveId, moveLinks} from './move-page';
import {releaseRedirects} from './release-redirects';
import type {Release, Releases} from './releases';
import {idIn, markOf} from './renames';
import {routeOf} from './routes';

const release = (status: Release['status'], more: Partial<Release> = {}): Release => ({
  label: status, status, date: null, renamed: {}, nearest: {}, ...more,
}); // prettier-ignore

describe('routes', () => {
  test.each([
    ['index', ''],
    ['guides/index', 'guides'],
    ['guides/README', 'guides'],
    ['plugins/plugins', 'plugins'],
    ['guides/start', 'guides/start'],
  ])('%s is at "%s"', (id, route) => expect(routeOf(id)).toBe(route));

  test('a slug wins, from the root or from its folder', () => {
    expect(routeOf('a/a', '/a/a')).toBe('a/a');
    expect(routeOf('a/b', 'c')).toBe('a/c');
  });
});

describe('renames', () => {
  const releases: Releases = {
    next: release('next', {renamed: {third: 'second'}}),
    '2026.05': release('current', {renamed: {second: 'first'}}),
    '2026.04': release('unmaintained'),
  };

  test('a page keeps its way through several renames, in both directions', () => {
    expect(idIn('first', '2026.04', 'next', releases)).toBe('third');
    expect(idIn('third', 'next', '2026.04', releases)).toBe('first');
    expect(idIn('other', 'next', '2026.04', releases)).toBe('other');
    expect(idIn('constructor', 'next', '2026.04', releases)).toBe('constructor');
  });

  test('the switcher knows what is missing, new, renamed', () => {
    const ids: Record<string, Set<string>> = {
      next: new Set(['third', 'young', 'old']),
      '2026.05': new Set(['second', 'old']),
      '2026.04': new Set(['first', 'old', 'ancient']),
    };
    const mark = (id: string, from: string, to: string) => markOf(id, from, to, releases, (name) => ids[name]);
    expect(mark('old', 'next', '2026.05')).toBe('same');
    expect(mark('third', 'next', '2026.05')).toBe('renamed');
    expect(mark('young', 'next', '2026.05')).toBe('missing');
    expect(mark('young', 'next', 'next')).toBe('new');
    expect(mark('ancient', '2026.04', 'next')).toBe('missing');
  });
});

describe('anchors', () => {
  test('a missing one leads to the nearest heading above that exists', () => {
    const page = [{id: 'a', depth: 2}, {id: 'b', depth: 3}, {id: 'row', depth: 7}, {id: 'gone', depth: 7}, {id: 'c', depth: 2}]; // prettier-ignore
    expect([...nearestAnchors(page, new Set(['a', 'row']))]).toEqual([['b', 'a'], ['gone', 'a'], ['c', 'a']]); // prettier-ignore
    expect([...nearestAnchors(page, new Set())][0]).toEqual(['a', '']);
  });
});

describe('the contract', () => {
  const page = (route: string, ...anchors: string[]) => ({title: route, route, anchors});
  const inputs = {
    from: '2026.05',
    promised: {guide: page('guide', 'one', 'two')},
    next: {guide: page('guide', 'one', 'two')},
    renamed: {},
    contract: NO_CONTRACT,
    redirects: new Map<string, string>(),
  };

  test('a next that keeps everything is fine', () => expect(brokenPromises(inputs)).toEqual([]));

  test('a dropped page needs a rename, a redirect or a tombstone', () => {
    const dropped = {...inputs, next: {other: page('other', 'one', 'two')}};
    expect(brokenPromises(dropped)).toEqual([
      expect.stringContaining('guide: 2026.05 has this page (/docs/guide) and next has not'),
    ]);
    expect(brokenPromises({...dropped, renamed: {other: 'guide'}})).toEqual([]);
    expect(brokenPromises({...dropped, redirects: new Map([['/docs/guide', '/docs/other']])})).toEqual([]);
    const tombstones = {guide: {reason: 'nobody needed it', successor: 'other'}};
    expect(brokenPromises({...dropped, contract: {anchors: {}, tombstones}})).toEqual([]);
    const nowhere = {guide: {reason: 'nobody needed it', successor: 'nowhere'}};
    expect(brokenPromises({...dropped, contract: {anchors: {}, tombstones: nowhere}})).toEqual([
      expect.stringContaining('nowhere is no page of next'),
    ]);
  });

  test('a dropped anchor needs an alias that exists, or a tombstone', () => {
    const dropped = {...inputs, next: {guide: page('guide', 'one', 'three')}};
    expect(brokenPromises(dropped)).toEqual([
      expect.stringContaining('guide#two: 2026.05 has this anchor and next has not'),
    ]);
    const alias = (to: string) => ({anchors: {guide: {two: to}}, tombstones: {}});
    expect(brokenPromises({...dropped, contract: alias('three')})).toEqual([]);
    expect(brokenPromises({...dropped, contract: alias('four')})).toHaveLength(1);
  });

  test('a redirect neither chains nor ends nowhere', () => {
    const redirects = new Map([['/a', '/b'], ['/b', '/c'], ['/d', '/e']]); // prettier-ignore
    expect(brokenRedirects(redirects, new Set(['/c']))).toEqual([
      '/a leads to /b, which is a redirect itself: point at its target',
      '/d leads to /e, which is no page',
    ]);
  });
});

describe('redirects from releases.json', () => {
  const routes = (...all: string[]) => new Map(all.map((id) => [id, routeOf(id)]));

  test('a renamed page, and all pages of an archived release', () => {
    const releases: Releases = {
      next: release('next', {renamed: {fresh: 'old'}}),
      '2026.05': release('current'),
      '2026.04': release('archived'),
    };
    const byName: Record<string, Map<string, string>> = {
      next: routes('index', 'fresh'),
      '2026.05': routes('index', 'old', 'more/index'),
      '2026.04': routes('index', 'old', 'more/gone'),
    };
    expect(releaseRedirects(releases, (name) => byName[name] ?? new Map())).toEqual([
      {from: '/docs/next/old', to: '/docs/next/fresh'},
      {from: '/docs/2026.04', to: '/docs'},
      {from: '/docs/2026.04/old', to: '/docs/old'},
      {from: '/docs/2026.04/more/gone', to: '/docs/more'},
    ]);
    const kept = {...releases, '2026.04': release('archived', {staticCopy: 'https://old.example.org/docs/'})};
    expect(releaseRedirects(kept, (name) => byName[name] ?? new Map())[1]).toEqual({
      from: '/docs/2026.04',
      to: 'https://old.example.org/docs',
    });
    const stated = {...releases, '2026.05': release('current', {nearest: {'more/gone': 'old'}})};
    expect(releaseRedirects(stated, (name) => byName[name] ?? new Map())).toContainEqual({
      from: '/docs/2026.04/more/gone',
      to: '/docs/old',
    });
    const renamed = {...releases, '2026.04': release('archived', {formerNames: ['2026.03']})};
    expect(releaseRedirects(renamed, (name) => byName[name] ?? new Map())).toContainEqual({
      from: '/docs/2026.03/more/gone',
      to: '/docs/more',
    });
  });
});

describe('bounds of a release', () => {
  test.each([
    ['[x](/docs/guide)', 'is an address of a release'],
    ['![x](/img/a.png)', 'is an image outside'],
    ['<img src="/img/a.png">', 'is an image outside'],
    ["import X from '@site/docs/_partials/x.md'", 'is a file outside'],
    ["import X from '../../versioned_docs/x.md'", 'leads out'],
    ['[x]: ../../other.md', 'leads out'],
    ["export const y = require('@site/static/y.json')", 'is a file outside'],
  ])('%s is refused', (line, reason) => {
    expect(outsideReach('guides/a.md', `text\n\n${line}\n`)).toEqual([
      {line: 3, message: expect.stringContaining(reason)},
    ]);
  });

  test.each([
    '[x](../a.md)',
    "import X from '@site/src/components/X'",
    '`[x](/docs/a)`',
    '```\n[x](/docs/a)\n```',
    '![x](./a.png)',
  ])('%s is fine', (text) => expect(outsideReach('guides/a.md', text)).toEqual([]));
});

describe('carrying a change', () => {
  const base = '# A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n';

  test('an edited, an added and a removed block', () => {
    const changed = '# A\n\nOne, better.\n\n## B\n\nTwo.\n\nMore.\n\n## C\n';
    const target = '# A\n\nOne.\n\nOnly here.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n';
    expect(carry(base, changed, target, false)).toEqual({
      text: '# A\n\nOne, better.\n\nOnly here.\n\n## B\n\nTwo.\n\nMore.\n\n## C\n\n',
      misfits: [],
    });
  });

  test('a block that is different there does not fit, and nothing is carried', () => {
    const changed = base.replace('One.', 'One, better.').replace('Three.', 'Three, better.');
    const target = base.replace('One.', 'Uno.');
    expect(carry(base, changed, target, false)).toEqual({
      text: null,
      misfits: [{line: 3, reason: expect.stringContaining('not the same there ("One.")')}],
    });
  });

  test('what is there already is left alone', () => {
    const changed = base.replace('One.', 'One, better.');
    expect(carry(base, changed, changed, false)).toEqual({text: changed, misfits: []});
  });
});

describe('moving a page', () => {
  const move = {from: 'guides/a.md', to: 'b.md'};

  test('links to it follow', () => {
    expect(moveLinks('[x](./guides/a.md#y) [z](./c.md)', 'index.md', move)).toBe('[x](./b.md#y) [z](./c.md)');
    expect(moveLinks('[r]: ../a.md', 'guides/deep/d.md', move)).toBe('[r]: ../../b.md');
  });

  test('its own links are written anew from its new place', () => {
    expect(moveLinks('[x](../c.md) ![i](./i.png) [self](#here) [out](https://e.org)', 'guides/a.md', move)).toBe(
      '[x](./c.md) ![i](./guides/i.png) [self](#here) [out](https://e.org)',
    );
  });

  test('ids in quotes, whole ones only', () => {
    expect(moveId("items: ['guides/a', 'guides/ab']", 'guides/a', 'b')).toBe("items: ['b', 'guides/ab']");
    expect(moveId('successor: guides/a\n', 'guides/a', 'b')).toBe('successor: b');
  });
});

test('html escapes values and keeps html', () => {
  expect(html`<p>${'<b> & "c"'}${html`<i>${1}</i>`}${[null, false, 'x']}</p>`.text).toBe(
    '<p>&lt;b&gt; &amp; &quot;c&quot;<i>1</i>x</p>',
  );
});

test('json is written as Prettier writes it', () => {
  expect(formatJson({a: ['x', 'y'], b: {}, c: [{d: 1}], e: undefined})).toBe(
    '{\n  "a": ["x", "y"],\n  "b": {},\n  "c": [\n    {\n      "d": 1\n    }\n  ]\n}\n',
  );
});
