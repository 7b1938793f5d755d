import {spawn, spawnSync} from 'node:child_process';
import {cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {exclusively} from './cli/context';
import {cutRelease} from './cli/cut';
import {WORK_FOLDER} from './lock';
import {recover, Transaction} from './transaction';
import {makeSite, removeSite, testContext, treeHash, writeFiles} from './testing';

/** Kills at every step of every command that writes in the tree; the tree is then as before or as after, never between. */

const CHILD = fileURLToPath(new URL('./fault-child.mjs', import.meta.url));
const sites: string[] = [];
let original: string;

beforeAll(() => {
  original = makeSite({'index.md': '---\ntitle: Start\n---\n\nNew.\n\n## First {#first}\n\n## Second {#second}\n'});
  sites.push(original);
});
afterAll(() => sites.forEach(removeSite));

function copyOfSite(of = original): string {
  const site = `${original}-${sites.length}`;
  cpSync(of, site, {recursive: true});
  sites.push(site);
  return site;
}

/** `milliseconds`: from the beginning of the command to its end. */
type End = {killed: boolean; output: string; milliseconds: number};

function run(site: string, command: string, at: number, killAfter?: number): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, site, command, String(at)], {stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    let start = NaN;
    child.stdout.once('data', () => {
      start = performance.now();
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (_code, signal) =>
      resolve({killed: signal === 'SIGKILL', output, milliseconds: performance.now() - start}),
    );
  });
}

/** Runs jobs two at a time: the machines that run this have two cores. */
async function inPairs<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item);
  };
  await Promise.all([worker(), worker()]);
}

let kills = 0;

/** @param prepare what has to be in the tree before the command */
async function killEverywhere(command: string, prepare: (site: string) => void = () => undefined): Promise<void> {
  const start = copyOfSite();
  prepare(start);
  const before = treeHash(start);
  const whole = copyOfSite(start);
  const {output} = await run(whole, command, Infinity);
  const steps = Number(/steps (\d+)/.exec(output)?.[1] ?? NaN);
  expect({output, steps}).toEqual({output: expect.any(String), steps: expect.any(Number)});
  expect(steps).toBeGreaterThan(5);
  const after = treeHash(whole);
  expect(after).not.toBe(before);

  const outcomes = new Set<string>();
  await inPairs(
    Array.from({length: steps}, (_, index) => index + 1),
    async (at) => {
      const site = copyOfSite(start);
      const end = await run(site, command, at);
      expect({at, killed: end.killed}).toEqual({at, killed: true});
      kills += 1;
      const {tree, outcome} = await nextCommand(site);
      const wanted = outcome === 'as after' ? after : before;
      expect({at, outcome, isWhole: tree === wanted}).toEqual({at, outcome, isWhole: true});
      outcomes.add(outcome);
    },
  );
  // The kills were early and late ones.
  expect([...outcomes].sort()).toEqual(expect.arrayContaining(['as after', 'as before']));
}

/** What the next command, whichever it is, says about the tree and makes of it. */
async function nextCommand(site: string): Promise<{tree: string; outcome: string}> {
  const context = testContext(site);
  const tree = await exclusively(context, 'the next command', () => Promise.resolve(treeHash(site)));
  expect(readdirSync(join(site, WORK_FOLDER))).toEqual(['.gitignore']);
  return {tree, outcome: /as (before|after)(?= it$)/.exec(context.said.join())?.[0] ?? 'nothing to say'};
}

describe('a kill at any moment leaves the tree whole', () => {
  test('release:cut', () => killEverywhere('cut'), 300_000);
  test('release:undo', () => killEverywhere('undo'), 300_000);
  test('release:rename', () => killEverywhere('rename'), 300_000);
  test('release:retire', () => killEverywhere('retire'), 300_000);
  test('page:move', () => killEverywhere('move'), 300_000);

  test('release:amend', () => killEverywhere('amend', correctFrozenPage), 300_000);
  function correctFrozenPage(site: string): void {
    writeFiles(join(site, 'versioned_docs/version-2026.05'), {'guide.md': '---\ntitle: Guide\n---\n\nCorrected.\n'});
  }

  test('release:backport', () => killEverywhere('backport', changeNext), 300_000);
  function changeNext(site: string): void {
    const git = (...args: string[]) =>
      spawnSync('git', ['-C', site, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]);
    const welcome = (word: string) =>
      `---\ntitle: Start\n---\n\n${word}. See [the guide](./guide.md).\n\n## First {#first}\n\nOne.\n\n## Second {#second}\n\nTwo.\n`;
    writeFiles(join(site, 'docs'), {'index.md': welcome('Welcome')});
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
    writeFiles(join(site, 'docs'), {'index.md': welcome('Good day')});
  }

  test('release:cut, killed from outside at arbitrary times', async () => {
    const before = treeHash(original);
    const whole = copyOfSite();
    const {milliseconds} = await run(whole, 'cut', Infinity);
    const after = treeHash(whole);
    // All over the command, however long this machine takes for it.
    const moments = Array.from({length: 12}, (_, index) => (index * milliseconds) / 12);
    await inPairs(moments, async (moment) => {
      const site = copyOfSite();
      await run(site, 'cut', Infinity, moment);
      kills += 1;
      recover(site);
      const tree = treeHash(site);
      expect([before, after]).toContain(tree);
      // What a later command makes of it: the cut again, on a tree that does not have it yet.
      if (tree === before) await cutRelease(testContext(site), '2026.06', {allowDirty: true});
      expect(treeHash(site)).toBe(after);
      expect(recover(site).outcome).toBe('clean');
    });
  }, 120_000);

  test('at least a hundred kills', () => expect(kills).toBeGreaterThanOrEqual(100));
});

describe('a failure that the command lives to see', () => {
  test('a full disk at any step leaves the tree as before, or as after', async () => {
    const before = treeHash(original);
    const whole = copyOfSite();
    const all: string[] = [];
    await cutRelease(testContext(whole, {observe: (step) => all.push(step)}), '2026.06', {allowDirty: true});
    const after = treeHash(whole);
    for (const [index, name] of all.entries()) {
      const site = copyOfSite();
      let step = -1;
      const observe = () => {
        step += 1;
        if (step === index) throw Object.assign(new Error('ENOSPC: no space left on device'), {code: 'ENOSPC'});
      };
      await expect(cutRelease(testContext(site, {observe}), '2026.06', {allowDirty: true})).rejects.toThrow('ENOSPC');
      recover(site);
      const isWhole = [before, after].includes(treeHash(site));
      expect({name, isWhole}).toEqual({name, isWhole: true});
    }
  }, 60_000);

  test('what can be neither finished nor taken back is finished by the next command', () => {
    const site = copyOfSite();
    const gone = 'versioned_docs/version-2026.04';
    const put = ['releases.json', 'sidebars.ts', 'versions.json'] as const;
    const [first, middle, last] = put;
    const inTheWay = join(site, 'versioned_docs');
    const observe = (step: string) => {
      if (step !== `before: rename in ${last}`) return;
      // A file where a folder was: the release that was set aside cannot go back.
      renameSync(inTheWay, `${inTheWay}-elsewhere`);
      writeFileSync(inTheWay, '');
      throw new Error('EIO');
    };
    const transaction = new Transaction(site, 'a command', observe);
    transaction.write(first, 'new');
    transaction.remove(gone);
    transaction.write(middle, 'new');
    transaction.write(last, 'new');
    expect(() => transaction.commit()).toThrow(/a command: .*EIO.*next release command finishes/s);
    transaction.abandon();

    rmSync(inTheWay);
    renameSync(`${inTheWay}-elsewhere`, inTheWay);
    expect(recover(site).outcome).toBe('as after');
    expect(put.map((file) => readFileSync(join(site, file), 'utf8'))).toEqual(['new', 'new', 'new']);
    expect(existsSync(join(site, gone))).toBe(false);
    expect(recover(site).outcome).toBe('clean');
  });

  test('a build that fails leaves nothing behind', async () => {
    const site = copyOfSite();
    const before = treeHash(site);
    const checks = {lint: () => Promise.resolve([]), build: () => Promise.reject(new Error('a broken link'))};
    await expect(cutRelease(testContext(site, {checks}), '2026.06', {allowDirty: true})).rejects.toThrow(
      'a broken link',
    );
    expect(treeHash(site)).toBe(before);
    expect(recover(site).outcome).toBe('clean');
  });
});

describe('two commands at once', () => {
  test('the second refuses, and says who is at work', async () => {
    const site = copyOfSite();
    let finish = () => undefined as void;
    const slow = {lint: () => Promise.resolve([]), build: () => new Promise<void>((resolve) => (finish = resolve))};
    const first = cutRelease(testContext(site, {checks: slow}), '2026.06', {allowDirty: true});
    await expect(cutRelease(testContext(site), '2026.07', {allowDirty: true})).rejects.toThrow(
      /release:cut 2026.06 \(process \d+\) is at work/,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    finish();
    expect((await first).written).toBe(true);
  });
});
