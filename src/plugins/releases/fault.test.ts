import {spawn} from 'node:child_process';
import {cpSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {cutRelease} from './cli/cut';
import {recover} from './transaction';
import {makeSite, removeSite, testContext, treeHash} from './testing';

/** Kills at every step of every command that renames in the tree; the tree is then as before or as after, never between. */

const CHILD = fileURLToPath(new URL('./fault-child.mjs', import.meta.url));
const sites: string[] = [];
let original: string;

beforeAll(() => {
  original = makeSite({'index.md': '---\ntitle: Start\n---\n\nNew.\n\n## First {#first}\n\n## Second {#second}\n'});
  sites.push(original);
});
afterAll(() => sites.forEach(removeSite));

function copyOfSite(): string {
  const site = `${original}-${sites.length}`;
  cpSync(original, site, {recursive: true});
  sites.push(site);
  return site;
}

type End = {killed: boolean; output: string};

function run(site: string, command: string, at: number, killAfter?: number): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CHILD, site, command, String(at)], {stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    const take = (chunk: unknown) => {
      output += String(chunk);
      if (killAfter !== undefined && output.startsWith('ready')) setTimeout(() => child.kill('SIGKILL'), killAfter);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (_code, signal) => resolve({killed: signal === 'SIGKILL', output}));
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

async function killEverywhere(command: string): Promise<void> {
  const before = treeHash(original);
  const whole = copyOfSite();
  const {output} = await run(whole, command, Infinity);
  const steps = Number(/steps (\d+)/.exec(output)?.[1] ?? NaN);
  expect({output, steps}).toEqual({output: expect.any(String), steps: expect.any(Number)});
  expect(steps).toBeGreaterThan(10);
  const after = treeHash(whole);
  expect(after).not.toBe(before);

  await inPairs(
    Array.from({length: steps}, (_, index) => index + 1),
    async (at) => {
      const site = copyOfSite();
      const end = await run(site, command, at);
      expect({at, killed: end.killed}).toEqual({at, killed: true});
      kills += 1;
      const {outcome} = recover(site);
      const tree = treeHash(site);
      expect({at, outcome, isWhole: tree === before || tree === after}).toEqual({at, outcome, isWhole: true});
      if (outcome === 'as before') expect(tree).toBe(before);
      if (outcome === 'as after') expect(tree).toBe(after);
      expect(recover(site).outcome).toBe('clean');
    },
  );
}

describe('a kill at any moment leaves the tree whole', () => {
  test('release:cut', () => killEverywhere('cut'), 300_000);
  test('release:undo', () => killEverywhere('undo'), 300_000);

  test('release:cut, killed from outside at arbitrary times', async () => {
    const before = treeHash(original);
    await inPairs([0, 2, 5, 9, 14, 20, 28, 38], async (milliseconds) => {
      const site = copyOfSite();
      await run(site, 'cut', Infinity, milliseconds);
      kills += 1;
      recover(site);
      const tree = treeHash(site);
      // What a later command makes of it: the cut again, on a tree that does not have it yet.
      if (tree === before) await cutRelease(testContext(site), '2026.06', {allowDirty: true});
      expect(recover(site).outcome).toBe('clean');
    });
  }, 120_000);

  test('at least fifty kills', () => expect(kills).toBeGreaterThanOrEqual(50));
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
