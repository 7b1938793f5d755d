import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from '@jest/globals';
import {format, resolveConfig} from 'prettier';
import {parseMarkdown} from '../../lint/markdown';
import {boundsProblems, outsideReach} from './bounds';
import {carry} from './carry';
import {brokenPromises, NO_CONTRACT, type Contract} from './contract';
import {formatJson} from './files';
import {nearestAnchors} from './history';
import {html} from './html';
import {moveId, moveInContract, moveLinks} from './move-page';
import {releaseRedirects} from './release-redirects';
import type {Release, Releases} from './releases';
import {idIn, markOf} from './renames';
import {routeOf} from './routes';
import {writeFiles} from './testing';

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
  };

  test('a next that keeps everything is fine', () => expect(brokenPromises(inputs)).toEqual([]));

  test('a dropped page needs a rename, a redirect or a tombstone', () => {
    const dropped = {...inputs, next: {other: page('other', 'one', 'two')}};
    expect(brokenPromises(dropped)).toEqual([
      expect.stringContaining('guide: 2026.05 has this page (/docs/guide) and next has not'),
    ]);
    expect(brokenPromises({...dropped, renamed: {other: 'guide'}})).toEqual([]);
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

  test('the aliases of a renamed page stand under its present id', () => {
    const renamed = {...inputs, next: {handbook: page('handbook', 'one', 'three')}, renamed: {handbook: 'guide'}};
    const alias = (id: string) => ({anchors: {[id]: {two: 'three'}}, tombstones: {}});
    expect(brokenPromises({...renamed, contract: alias('handbook')})).toEqual([]);
    expect(brokenPromises({...renamed, contract: alias('guide')})).toEqual([
      expect.stringContaining('guide#two: 2026.05 has this anchor and next has not'),
    ]);
    expect(brokenPromises({...renamed, contract: alias('guide')})[0]).toContain('(anchors."handbook"."two")');
  });
});

describe('redirects from releases.json', () => {
  const routes = (...all: string[]) => new Map(all.map((id) => [id, routeOf(id)]));
  const nothing = (): Contract['tombstones'] => ({});

  test('a page that was renamed once is found at /docs for good, also when later releases rename it again', () => {
    const releases: Releases = {
      next: release('next'),
      '2026.07': release('current'),
      '2026.06': release('maintained', {renamed: {third: 'second'}}),
      '2026.05': release('archived', {renamed: {second: 'first', again: 'back'}}),
      '2026.04': release('archived'),
    };
    const byName: Record<string, Map<string, string>> = {
      next: routes('third', 'again', 'back'),
      '2026.07': routes('third', 'again', 'back'),
      '2026.06': routes('third'),
    };
    const found = releaseRedirects(releases, (name) => byName[name] ?? new Map(), nothing);
    expect(found.filter(({from}) => !from.startsWith('/docs/2026.07'))).toEqual([
      {from: '/docs/2026.06/second', to: '/docs/2026.06/third'},
      {from: '/docs/second', to: '/docs/third'},
      {from: '/docs/first', to: '/docs/third'},
    ]);
  });

  test('a page that was given up leads to what its tombstone names, at /docs once that release is current', () => {
    const byName: Record<string, Map<string, string>> = {
      next: routes('heir', 'once-more'),
      '2026.06': routes('heir', 'once-more'),
      '2026.05': routes('old', 'other', 'once-more').set('old', 'old-slug'),
    };
    const contracts: Record<string, ReturnType<typeof nothing>> = {
      next: {later: {reason: 'unused', successor: 'heir'}},
      '2026.06': {
        old: {reason: 'unused', successor: 'heir#part'},
        'other#anchor': {reason: 'unused', successor: 'heir'},
        'once-more': {reason: 'was back at the end', successor: 'heir'},
      },
    };
    const found = (releases: Releases) =>
      releaseRedirects(
        releases,
        (name) => byName[name] ?? new Map(),
        (name) => contracts[name] ?? {},
      );
    expect(
      found({next: release('next'), '2026.06': release('current'), '2026.05': release('maintained')}).slice(1),
    ).toEqual([
      {from: '/docs/old-slug', to: '/docs/heir'},
      {from: '/docs/next/later', to: '/docs/next/heir'},
    ]);
  });

  test('where no page has moved, no page is read', () => {
    const releases: Releases = {
      next: release('next'),
      '2026.05': release('current'),
      '2026.04': release('unmaintained'),
    };
    const unread = (name: string) => {
      throw new Error(`${name} was read`);
    };
    expect(releaseRedirects(releases, unread, nothing)).toHaveLength(1);
  });

  test('the name of the current release, a renamed page, and all pages of an archived release', () => {
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
    expect(releaseRedirects(releases, (name) => byName[name] ?? new Map(), nothing)).toEqual([
      {from: '/docs/2026.05', to: '/docs'},
      {from: '/docs/next/old', to: '/docs/next/fresh'},
      {from: '/docs/2026.04', to: '/docs'},
      {from: '/docs/2026.04/old', to: '/docs/old'},
      {from: '/docs/2026.04/more/gone', to: '/docs/more'},
    ]);
    const kept = {...releases, '2026.04': release('archived', {staticCopy: 'https://old.example.org/docs/'})};
    expect(releaseRedirects(kept, (name) => byName[name] ?? new Map(), nothing)).toContainEqual({
      from: '/docs/2026.04',
      to: 'https://old.example.org/docs',
    });
    const stated = {...releases, '2026.05': release('current', {nearest: {'more/gone': 'old'}})};
    expect(releaseRedirects(stated, (name) => byName[name] ?? new Map(), nothing)).toContainEqual({
      from: '/docs/2026.04/more/gone',
      to: '/docs/old',
    });
    const renamed = {...releases, '2026.04': release('archived', {formerNames: ['2026.03']})};
    expect(releaseRedirects(renamed, (name) => byName[name] ?? new Map(), nothing)).toContainEqual({
      from: '/docs/2026.03/more/gone',
      to: '/docs/more',
    });
  });
});

describe('bounds of a release', () => {
  const site = mkdtempSync(join(tmpdir(), 'bounds-'));
  afterAll(() => rmSync(site, {recursive: true}));

  /** What the linter says of a page, which is what the check of a whole release says. */
  const reach = (text: string, file: string) => {
    const found = outsideReach(file, parseMarkdown(text, file.endsWith('.mdx')).tree);
    writeFiles(join(site, 'docs'), {[file]: text});
    expect(boundsProblems(site, 'docs')).toEqual(
      found.map(({line, what, mend}) => `docs/${file}:${line}: ${what}: ${mend}`),
    );
    rmSync(join(site, 'docs'), {recursive: true});
    return found.map(({line, what}) => `${line}: ${what}`);
  };

  const both: [text: string, reason: string][] = [
    ['[x](/docs/guide)', '/docs/guide is an address of a release'],
    ['[x](pathname:///docs/guide)', 'pathname:///docs/guide is an address of a release'],
    ['![x](/img/a.png)', '/img/a.png is an image outside'],
    ['![x][i]\n\n[i]: /img/a.png', '/img/a.png is an image outside'],
    ['![i]\n\n[i]: /img/a.png', '/img/a.png is an image outside'],
    ['[x]: ../../other.md', '../../other.md leads out'],
    ['[x](./../../other.md#y)', './../../other.md#y leads out'],
    ['[x](@site/docs/a.md)', '@site/docs/a.md is a file outside'],
    ['[x](@site/src/a.md)', '@site/src/a.md is a file outside'],
  ];
  test.each([
    ...both.map(([text, reason]) => [text, reason, 'guides/a.md'] as const),
    ...both.map(([text, reason]) => [text, reason, 'guides/a.mdx'] as const),
    ['<img src="/img/a.png">', '/img/a.png is an image outside', 'guides/a.md'],
    ['<img alt="x"\n  src = "/img/a.png">', '/img/a.png is an image outside', 'guides/a.md'],
    ["<a href='/docs/guide'>x</a>", '/docs/guide is an address', 'guides/a.md'],
    ['<img src="/img/a.png" />', '/img/a.png is an image outside', 'guides/a.mdx'],
    ['x <img src={"/img/a.png"} /> y', '/img/a.png is an image outside', 'guides/a.mdx'],
    ["<X file={require('@site/static/y.json')} />", '@site/static/y.json is a file outside', 'guides/a.mdx'],
    ["{require('../../y.json').z}", '../../y.json leads out', 'guides/a.mdx'],
    ["import X from '@site/docs/_partials/x.md'", '@site/docs/_partials/x.md is a file outside', 'guides/a.mdx'],
    ["import X from '../../versioned_docs/x.md'", '../../versioned_docs/x.md leads out', 'guides/a.mdx'],
    ["export const y = require('@site/static/y.json')", '@site/static/y.json is a file outside', 'guides/a.mdx'],
  ])('%s is refused: %s (%s)', (text, reason, file) => {
    expect(reach(`text\n\n${text}\n`, file)).toEqual([expect.stringMatching(/^[34]: /)]);
    expect(reach(`text\n\n${text}\n`, file)[0]).toContain(`: ${reason}`);
  });

  test.each([
    ['[x](../a.md) [y](b.md) [z](#here) [w](/releases) [v](https://e.org/docs/a) ![x](./a.png)', 'guides/a.md'],
    ['`[x](/docs/a)`', 'guides/a.md'],
    ['```\n[x](/docs/a)\n```', 'guides/a.md'],
    ['````\n```\n[x](/docs/a)\n````', 'guides/a.md'],
    ['```bash\n~~~\n[x](/docs/a)\n```', 'guides/a.md'],
    ['[x][i]\n\n[i]: /img/a.png', 'guides/a.md'],
    ["import X from '@site/docs/x.md'", 'guides/a.md'],
    ["import X from '@site/src/components/X'\nimport Y from '../_partials/y.md'\n\n<X to=\"./a\" />", 'guides/a.mdx'],
  ])('%s is fine', (text, file) => expect(reach(`${text}\n`, file)).toEqual([]));

  test('a program inside a release is looked at too', () => {
    writeFiles(join(site, 'docs'), {'_parts/x.tsx': "import y from './y';\nimport z from '../../z';\n"});
    expect(boundsProblems(site, 'docs')).toEqual([
      expect.stringMatching(/^docs\/_parts\/x\.tsx:2: \.\.\/\.\.\/z leads out/),
    ]);
    rmSync(join(site, 'docs'), {recursive: true});
  });

  test('what follows a block of code is looked at again', () => {
    expect(reach('````\n```\n````\n\n[x](/docs/a)\n', 'a.md')).toEqual([expect.stringContaining('5: /docs/a')]);
    expect(reach('```bash\n~~~\n```\n\n[x](/docs/a)\n', 'a.md')).toEqual([expect.stringContaining('5: /docs/a')]);
  });
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
    const added = base.replace('Two.', 'Two.\n\nMore.');
    expect(carry(base, added, added, false)).toEqual({text: added, misfits: []});
  });

  test('also under a heading that has other words there', () => {
    const changed = base.replace('Two.', 'Two.\n\nMore.');
    const target = changed.replace('## B', '## Bee');
    expect(carry(base, changed, target, false)).toEqual({text: target, misfits: []});
  });

  test('the same text under another heading is another block', () => {
    const same = base.replace('One.', 'One.\n\nRun it.');
    const changed = same.replace('Two.', 'Two.\n\nRun it.').replace('Three.', 'Three, better.');
    expect(carry(same, changed, same, false)).toEqual({text: changed, misfits: []});
  });

  test('the same text twice under one heading is two blocks', () => {
    const once = base.replace('Two.', 'Run it.\n\nTwo.');
    const twice = once.replace('Two.', 'Two.\n\nRun it.');
    expect(carry(once, twice, once, false)).toEqual({text: twice, misfits: []});
    expect(carry(once, twice, twice, false)).toEqual({text: twice, misfits: []});
  });

  test('a replacement whose new text stands only elsewhere does not fit', () => {
    const changed = base.replace('Three.', 'One.');
    const target = base.replace('Three.', 'Tres.');
    expect(carry(base, changed, target, false)).toEqual({
      text: null,
      misfits: [{line: 11, reason: expect.stringContaining('not the same there ("Three.")')}],
    });
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

  test('what the contract says about the page, and no anchor that is called like it', () => {
    const contract = (id: string) => ({
      $about: 'guide',
      anchors: {[id]: {guide: 'guide'}, other: {guide: 'x'}},
      tombstones: {
        gone: {reason: 'guide', successor: id},
        'other#gone': {reason: 'guide', successor: `${id}#guide`},
      },
    });
    expect(moveInContract(formatJson(contract('guide')), 'guide', 'handbook')).toBe(formatJson(contract('handbook')));
  });
});

test('html escapes values and keeps html', () => {
  expect(html`<p>${'<b> & "c"'}${html`<i>${1}</i>`}${[null, false, 'x']}</p>`.text).toBe(
    '<p>&lt;b&gt; &amp; &quot;c&quot;<i>1</i>x</p>',
  );
});

describe('json', () => {
  test('has no place for what is undefined', () => {
    expect(formatJson({a: 1, b: undefined})).toBe('{\n  "a": 1\n}\n');
  });

  test('is written as Prettier writes it', async () => {
    const options = await resolveConfig('releases.json');
    // Lines that end around the last column, alone, behind a key and before a comma.
    const lists = Array.from({length: 40}, (_, index) => ['2026.05', 'x'.repeat(70 + index)]);
    const values = [
      {a: ['x', 'y'], b: {}, c: [{d: 1}], e: []},
      Array.from({length: 10}, (_, index) => `20${index + 10}.05`),
      ...lists,
      ...lists.map((list) => ({key: list})),
      ...lists.map((list) => ({key: list, last: [{key: list}, {key: list}]})),
    ];
    for (const text of values.map(formatJson)) {
      expect(text).toBe(await format(text, {...options, parser: 'json'}));
    }
  });
});
