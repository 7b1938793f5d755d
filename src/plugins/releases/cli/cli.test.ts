import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {formatJson} from '../files';
import {parseManifest} from '../manifest';
import {EXIT} from '../problems';
import {loadReleases, type Release} from '../releases';
import {makeSite, removeSite, testContext, treeHash, writeFiles} from '../testing';
import {amendRelease} from './amend';
import {backportPage} from './backport';
import {cutRelease} from './cut';
import {listReleases} from './list';
import {movePage} from './move';
import {renameRelease} from './rename';
import {retireRelease} from './retire';
import {sealRelease} from './seal';
import {commitCommands} from './git';
import {undoRelease} from './undo';
import {verifyReleases} from './verify';

let site: string;
const read = (file: string) => readFileSync(join(site, file), 'utf8');
const git = (...args: string[]) =>
  spawnSync('git', ['-C', site, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {encoding: 'utf8'});
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'x');
};

/** Writes highlights of next into releases.json. */
const callNew = (...highlights: NonNullable<Release['highlights']>) => {
  const {next, ...others} = loadReleases(site);
  writeFiles(site, {'releases.json': formatJson({next: {...next, highlights}, ...others})});
};

beforeEach(() => {
  site = makeSite();
  git('init', '-q');
  commit();
});
afterEach(() => removeSite(site));

describe('release:cut', () => {
  test('makes the release and nothing else', async () => {
    writeFiles(join(site, 'docs'), {
      'guide.md': read('docs/guide.md').replace('- two', '- two\n- three'),
      'fresh.md': '---\ntitle: Fresh\n---\n\nNew.\n',
    });
    commit();
    const report = await cutRelease(testContext(site), '2026.06', {label: 'June'});
    expect(report.targets).toEqual([
      'versioned_docs/version-2026.06',
      'versioned_sidebars/version-2026.06-sidebars.json',
      'versions.json',
      'releases.json',
    ]);
    expect(report.lines.join('\n')).toMatch(/new \(1\): fresh[\s\S]*changed \(1\): guide/);
    expect(report.next[1]).toMatch(/^git add -A -- versioned_docs/);
    expect(loadReleases(site)).toMatchObject({
      '2026.06': {label: 'June', status: 'current', date: '2026-06-01'},
      '2026.05': {status: 'maintained'},
    });
    expect(JSON.parse(read('versions.json'))).toEqual(['2026.06', '2026.05', '2026.04']);
    expect(verifyReleases(testContext(site)).lines).toContain('2026.06: 4 files as sealed');
  });

  test('the new release takes over what next calls new, and says so; next starts anew', async () => {
    callNew({page: 'index', anchor: 'second', text: 'A second part'});
    commit();
    const {lines} = await cutRelease(testContext(site), '2026.06');
    expect(lines.slice(-2)).toEqual(['the home page calls new in 2026.06:', '  A second part']);
    expect(loadReleases(site)['2026.06']?.highlights).toEqual([
      {page: 'index', anchor: 'second', text: 'A second part'},
    ]);
    expect(loadReleases(site)['next']?.highlights).toBeUndefined();
    const again = await cutRelease(testContext(site), '2026.07', {allowDirty: true});
    expect(again.lines.at(-1)).toBe(
      'the home page calls nothing new in 2026.07: next has no "highlights" in releases.json',
    );
  });

  test('refuses to call new what the pages do not have', async () => {
    callNew({page: 'gone', text: 'A page'}, {page: 'index', anchor: 'third', text: 'A part'});
    commit();
    await expect(cutRelease(testContext(site), '2026.06')).rejects.toThrow(
      /releases\.json: next\.highlights\.0: there is no page "gone"[\s\S]*next\.highlights\.1: the page "index" has no anchor "third"/,
    );
  });

  test('with --dry-run writes nothing', async () => {
    const before = treeHash(site);
    const report = await cutRelease(testContext(site), '2026.06', {dryRun: true});
    expect(report.written).toBe(false);
    expect(treeHash(site)).toBe(before);
  });

  test('does not read releases that it does not compare with', async () => {
    writeFiles(join(site, 'versioned_docs/version-2026.04'), {'guide.md': '---\ntitle: [\n---\n'});
    await expect(cutRelease(testContext(site), '2026.06', {allowDirty: true})).resolves.toMatchObject({written: true});
  });

  test.each([
    ['2026.13', /no name of a release/],
    ['2026.05', /exists already/],
    ['2026.03', /older than 2026.05/],
  ])('refuses the name %s', async (name, reason) => {
    await expect(cutRelease(testContext(site), name)).rejects.toThrow(reason);
  });

  test.each(['2026-02-31', '2026-6-1', 'today'])('refuses the day %s', async (date) => {
    await expect(cutRelease(testContext(site), '2026.06', {date})).rejects.toThrow(`"${date}" is no day`);
  });

  test('refuses an empty label, and leaves nothing behind', async () => {
    await expect(cutRelease(testContext(site), '2026.06', {label: ''})).rejects.toThrow(/2026\.06\.label/);
    expect(readdirSync(join(site, '.releases'))).toEqual(['.gitignore']);
  });

  test('refuses a dirty tree, and takes one with --allow-dirty', async () => {
    writeFiles(join(site, 'docs'), {'fresh.md': '---\ntitle: Fresh\n---\n\nNew.\n'});
    await expect(cutRelease(testContext(site), '2026.06')).rejects.toThrow(/not committed[\s\S]*docs\/fresh\.md/);
    await expect(cutRelease(testContext(site), '2026.06', {allowDirty: true})).resolves.toMatchObject({written: true});
  });

  test('refuses a page that reaches outside, with file and line', async () => {
    writeFiles(join(site, 'docs'), {'guide.md': '---\ntitle: Guide\n---\n\n![x](/img/x.png)\n'});
    commit();
    await expect(cutRelease(testContext(site), '2026.06')).rejects.toThrow(
      'docs/guide.md:5: /img/x.png is an image outside this release',
    );
  });

  test('refuses a dropped anchor, and what the linter finds', async () => {
    writeFiles(join(site, 'docs'), {'index.md': read('docs/index.md').replace('{#second}', '{#other}')});
    commit();
    const checks = {lint: () => Promise.resolve(['docs/index.md:3: letters: bad']), build: () => Promise.resolve()};
    await expect(cutRelease(testContext(site, {checks}), '2026.06')).rejects.toThrow(/index#second[\s\S]*letters: bad/);
  });
});

describe('release:verify', () => {
  test('names each file that is not as it was frozen', () => {
    writeFiles(join(site, 'versioned_docs/version-2026.04'), {'guide.md': 'x', 'new.md': 'y'});
    rmSync(join(site, 'versioned_docs/version-2026.04/more/deep.md'));
    expect(() => verifyReleases(testContext(site))).toThrow(
      /guide\.md: changed[\s\S]*more\/deep\.md: removed[\s\S]*new\.md: added/,
    );
    expect(verifyReleases(testContext(site), '2026.05').lines).toEqual(['2026.05: 3 files as sealed']);
  });

  test('versions.json and releases.json have to agree', () => {
    writeFileSync(join(site, 'versions.json'), '["2026.05"]\n');
    expect(() => verifyReleases(testContext(site))).toThrow('versions.json: 2026.04 is missing');
  });
});

test('release:list has a line for each release', () => {
  expect(listReleases(testContext(site)).data).toMatchObject({
    releases: [
      {name: 'next', sealed: null},
      {name: '2026.05', status: 'current', pages: 3, sealed: true},
      {name: '2026.04'},
    ],
  });
});

test('release:seal works until its manifest is committed', async () => {
  await expect(sealRelease(testContext(site), '2026.05')).rejects.toThrow('is frozen');
  git('rm', '-q', '--cached', 'versioned_docs/version-2026.05/_manifest.json');
  git('commit', '-qm', 'x');
  writeFiles(join(site, 'versioned_docs/version-2026.05'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
  await sealRelease(testContext(site), '2026.05');
  expect(verifyReleases(testContext(site), '2026.05').lines).toEqual(['2026.05: 3 files as sealed']);
});

describe('release:retire', () => {
  test('unmaintained keeps it in the build, archived takes it out', async () => {
    await cutRelease(testContext(site), '2026.06');
    await retireRelease(testContext(site), '2026.05', {status: 'unmaintained'});
    expect(loadReleases(site)['2026.05']?.status).toBe('unmaintained');
    await retireRelease(testContext(site), '2026.04', {status: 'archived', staticCopy: 'https://old.example.org'});
    expect(loadReleases(site)['2026.04']).toMatchObject({status: 'archived', staticCopy: 'https://old.example.org'});
    expect(JSON.parse(read('versions.json'))).toEqual(['2026.06', '2026.05']);
    expect(verifyReleases(testContext(site)).lines).toHaveLength(3);
  });

  test('refuses a copy that is no address, which would make releases.json unreadable', async () => {
    const before = treeHash(site);
    const options = {status: 'archived', staticCopy: 'old.example.org'};
    await expect(retireRelease(testContext(site), '2026.04', options)).rejects.toThrow(/2026\.04\.staticCopy/);
    expect(treeHash(site)).toBe(before);
    expect(readdirSync(join(site, '.releases'))).toEqual(['.gitignore']);
  });

  test('refuses the current release', async () => {
    await expect(retireRelease(testContext(site), '2026.05', {status: 'archived'})).rejects.toThrow(
      'is the current release',
    );
  });
});

describe('release:undo', () => {
  test('is the cut backwards', async () => {
    callNew({page: 'guide', text: 'A handbook'});
    await movePage(testContext(site), 'guide', 'more/handbook');
    commit();
    const before = treeHash(site);
    await cutRelease(testContext(site), '2026.06');
    expect(loadReleases(site)['next']?.renamed).toEqual({});
    await undoRelease(testContext(site), '2026.06');
    // The statuses are those of before: 2026.05 is current again.
    expect(treeHash(site)).toBe(before);
  });

  test('refuses an older one, and one with amendments', async () => {
    await expect(undoRelease(testContext(site), '2026.04')).rejects.toThrow('only the newest');
    writeFiles(join(site, 'versioned_docs/version-2026.05'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
    await amendRelease(testContext(site), '2026.05', {reason: 'it was wrong'});
    await expect(undoRelease(testContext(site), '2026.05')).rejects.toThrow('has amendments');
  });
});

test('release:rename keeps the order, the manifest and the old name', async () => {
  await expect(renameRelease(testContext(site), '2026.04', '2026.06')).rejects.toThrow('order');
  await renameRelease(testContext(site), '2026.04', '2026.03');
  expect(loadReleases(site)['2026.03']).toMatchObject({label: '2026.03', formerNames: ['2026.04']});
  expect(existsSync(join(site, 'versioned_docs/version-2026.04'))).toBe(false);
  expect(verifyReleases(testContext(site)).lines).toEqual(['2026.03: 3 files as sealed', '2026.05: 3 files as sealed']);
});

test('a former name is taken back by its release, and by no other', async () => {
  await renameRelease(testContext(site), '2026.05', '2026.06');
  await expect(renameRelease(testContext(site), '2026.04', '2026.05')).rejects.toThrow('was the name of 2026.06');
  await renameRelease(testContext(site), '2026.06', '2026.05');
  expect(loadReleases(site)['2026.05']?.formerNames).toEqual(['2026.06']);
  await expect(cutRelease(testContext(site), '2026.06', {allowDirty: true})).rejects.toThrow('was the name of 2026.05');
});

describe('release:amend', () => {
  test('records the correction and freezes it', async () => {
    writeFiles(join(site, 'versioned_docs/version-2026.05'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
    const context = testContext(site);
    await amendRelease(context, '2026.05', {reason: 'the port was wrong'});
    expect(context.said.join('\n')).toContain('+Corrected.');
    const manifest = parseManifest(read('versioned_docs/version-2026.05/_manifest.json'), 'm');
    expect(manifest.amendments).toMatchObject([
      {date: '2026-06-01', reason: 'the port was wrong', files: {'guide.md': {before: expect.any(String)}}},
    ]);
    expect(verifyReleases(testContext(site), '2026.05').lines).toHaveLength(1);
  });

  test('corrects an archived release, which the build does not know', async () => {
    await retireRelease(testContext(site), '2026.04', {status: 'archived'});
    writeFiles(join(site, 'versioned_docs/version-2026.04'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
    const [linted, built]: [string[], string[]] = [[], []];
    const checks = {
      lint: (_site: string, folder: string) => Promise.resolve((linted.push(folder), [])),
      build: (_site: string, names: readonly string[]) => Promise.resolve(void built.push(...names)),
    };
    await amendRelease(testContext(site, {checks}), '2026.04', {reason: 'the port was wrong'});
    expect([linted, built]).toEqual([['versioned_docs/version-2026.04'], ['2026.05']]);
    expect(verifyReleases(testContext(site), '2026.04').lines).toHaveLength(1);
  });

  test('refuses a day that would make the manifest unreadable', async () => {
    writeFiles(join(site, 'versioned_docs/version-2026.05'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
    const options = {reason: 'it was wrong', date: '2026-02-31'};
    await expect(amendRelease(testContext(site), '2026.05', options)).rejects.toThrow('"2026-02-31" is no day');
  });

  test('refuses no reason, no change, and a build that fails', async () => {
    await expect(amendRelease(testContext(site), '2026.05', {reason: ' '})).rejects.toThrow('say why');
    await expect(amendRelease(testContext(site), '2026.05', {reason: 'x'})).rejects.toThrow('as it was frozen');
    writeFiles(join(site, 'versioned_docs/version-2026.05'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
    const before = treeHash(site);
    const checks = {lint: () => Promise.resolve([]), build: () => Promise.reject(new Error('dead link'))};
    await expect(amendRelease(testContext(site, {checks}), '2026.05', {reason: 'x'})).rejects.toThrow('dead link');
    expect(treeHash(site)).toBe(before);
  });
});

describe('release:backport', () => {
  test('carries a change as an amendment of each release', async () => {
    writeFiles(join(site, 'docs'), {'index.md': read('docs/index.md').replace('One.', 'One, corrected.')});
    await backportPage(testContext(site), 'index', {to: '2026.05,2026.04', reason: 'a wrong number'});
    for (const name of ['2026.05', '2026.04'])
      expect(read(`versioned_docs/version-${name}/index.md`)).toContain('One, corrected.');
    expect(verifyReleases(testContext(site)).lines).toHaveLength(2);
    expect(parseManifest(read('versioned_docs/version-2026.04/_manifest.json'), 'm').amendments).toMatchObject([
      {reason: 'a wrong number'},
    ]);
  });

  test('with one block that does not fit, writes nothing anywhere', async () => {
    const frozen = join(site, 'versioned_docs/version-2026.04');
    writeFiles(frozen, {'index.md': read('versioned_docs/version-2026.04/index.md').replace('One.', 'Uno.')});
    await amendRelease(testContext(site), '2026.04', {reason: 'other words'});
    writeFiles(join(site, 'docs'), {'index.md': read('docs/index.md').replace('One.', 'One, corrected.')});
    const before = treeHash(site);
    await expect(backportPage(testContext(site), 'index', {to: '2026.05,2026.04'})).rejects.toThrow(
      /docs\/index\.md:9: does not fit versioned_docs\/version-2026\.04\/index\.md/,
    );
    expect(treeHash(site)).toBe(before);
  });
});

test.each([
  ['amend', () => amendRelease(testContext(site), 'next', {reason: 'x'})],
  ['seal', () => sealRelease(testContext(site), 'next')],
])('release:%s of next says that it is not frozen', async (_verb, act) => {
  await expect(act()).rejects.toMatchObject({exitCode: EXIT.usage, message: expect.stringContaining('is not frozen')});
});

test('the commands that are printed run nothing but git, whatever stands in a reason or a path', () => {
  const message = 'the default of `touch x` wasn\'t "$(touch y)"';
  writeFiles(site, {'docs/two words.md': 'x'});
  const commands = commitCommands(['docs/two words.md', 'docs/guide.md'], message);
  const author = {
    GIT_AUTHOR_NAME: 't',
    GIT_AUTHOR_EMAIL: 't@e.org',
    GIT_COMMITTER_NAME: 't',
    GIT_COMMITTER_EMAIL: 't@e.org',
  };
  for (const command of commands) spawnSync('sh', ['-c', command], {cwd: site, env: {...process.env, ...author}});
  expect(git('log', '-1', '--format=%B', '--name-only').stdout.trim().split(/\n+/)).toEqual([
    message,
    'docs/two words.md',
  ]);
  expect(readdirSync(site)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^[xy]$/)]));
  expect(commitCommands(['docs/guide.md'], 'x y')[0]).toBe('git add -A -- docs/guide.md');
});

test.each([
  ['amend', () => amendRelease(testContext(site), '2026.05', {})],
  ['retire', () => retireRelease(testContext(site), '2026.04', {})],
  ['backport', () => backportPage(testContext(site), 'index', {})],
])('release:%s without its option is called wrongly', async (_verb, act) => {
  await expect(act()).rejects.toMatchObject({exitCode: EXIT.usage, message: expect.stringContaining('--')});
});

describe('page:move', () => {
  test('moves the page, its links, the sidebar, and notes the rename', async () => {
    await movePage(testContext(site), 'guide', 'more/handbook');
    expect(read('docs/more/handbook.md')).toContain('[the start](../index.md#first)');
    expect(existsSync(join(site, 'docs/guide.md'))).toBe(false);
    expect(read('docs/index.md')).toContain('[the guide](./more/handbook.md)');
    expect(read('docs/more/deep.md')).toContain('[the guide](./handbook.md)');
    expect(read('sidebars.ts')).toContain("'more/handbook'");
    expect(loadReleases(site)['next']?.renamed).toEqual({'more/handbook': 'guide'});
  });

  test('what next calls new is found at the new place', async () => {
    callNew({page: 'index', text: 'A start'}, {page: 'guide', text: 'A guide'});
    await movePage(testContext(site), 'guide', 'more/handbook');
    expect(loadReleases(site)['next']?.highlights).toEqual([
      {page: 'index', text: 'A start'},
      {page: 'more/handbook', text: 'A guide'},
    ]);
  });

  test('changes no fact that is called like the page, and the key of its search phrases', async () => {
    const phrases = (page: string) =>
      `{\n  "pages": {\n    "${page}": {\n      "": ["how to begin"]\n    },\n    "index": {\n      "guide": ["first steps"]\n    }\n  }\n}\n`;
    writeFiles(site, {
      'docs/_facts/tools.json': '[{"group": "guide"}]\n',
      'docs/_facts/search-phrases.json': phrases('guide'),
    });
    await movePage(testContext(site), 'guide', 'more/handbook');
    expect(read('docs/_facts/tools.json')).toBe('[{"group": "guide"}]\n');
    expect(read('docs/_facts/search-phrases.json')).toBe(phrases('more/handbook'));
  });

  test('the contract keeps its promise', async () => {
    writeFiles(site, {
      'docs/_contract.json': '{"anchors": {"index": {"second": "index"}}}\n',
      'docs/index.md': read('docs/index.md').replace('{#second}', '{#index}'),
    });
    await movePage(testContext(site), 'index', 'welcome');
    expect(JSON.parse(read('docs/_contract.json'))).toEqual({anchors: {welcome: {second: 'index'}}});
    commit();
    await expect(cutRelease(testContext(site), '2026.06')).resolves.toMatchObject({written: true});
  });

  test.each([
    ['guide', 'more/'],
    ['guide', '_partials/guide'],
    ['guide', '../guide'],
    ['../README', 'readme'],
  ])('refuses %s to %s', async (from, to) => {
    writeFiles(site, {'README.md': '# Not a page'});
    const before = treeHash(site);
    await expect(movePage(testContext(site), from, to)).rejects.toThrow('is no page id');
    expect(treeHash(site)).toBe(before);
  });

  test('a second move keeps the first name, and the way back leaves no trace', async () => {
    await movePage(testContext(site), 'guide', 'a');
    await movePage(testContext(site), 'a', 'b');
    expect(loadReleases(site)['next']?.renamed).toEqual({b: 'guide'});
    await movePage(testContext(site), 'b', 'guide');
    expect(loadReleases(site)['next']?.renamed).toEqual({});
  });
});
