/**
 * npm test: everything that must hold, from a fresh clone: types, lint, unit tests, the writers' checks,
 * a production build, tests of its files and of a real browser. The last line counts: "N passed, N failed".
 */
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {ensureTestBrowser} from './lib/chromium.mjs';
import {checkMachine, ensureBuilt, ensureInstalled} from './lib/prepare.mjs';
import {fail, root, run, runBin, step} from './lib/run.mjs';

checkMachine();
await ensureInstalled();
let browser;
try {
  browser = ensureTestBrowser((line) => console.log(`· ${line} …`));
} catch (error) {
  fail(error.message);
}
mkdirSync(join(root, '.cache'), {recursive: true});

let passed = 0;
let failed = 0;

/** A check that passes or fails as one. */
async function check(name, work) {
  await step(name, async () => {
    const {code} = await work();
    if (code === 0) passed++;
    else {
      failed++;
      console.error(`  FAILED: ${name}`);
    }
  });
}

/** A jest project, counted test by test. */
async function jest(project, args = []) {
  await step(`tests: ${project}`, async () => {
    const report = join(root, `.cache/jest-${project}.json`);
    rmSync(report, {force: true});
    const {code} = await runBin(
      'jest/bin/jest.js',
      ['--selectProjects', project, '--json', `--outputFile=${report}`, ...args],
      {
        env: {NODE_OPTIONS: '--experimental-vm-modules --no-warnings', CHROMIUM_PATH: browser},
        // Jest prints its report to standard error and, with --json, the same as JSON to standard output.
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (!existsSync(report)) {
      failed++;
      return;
    }
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    if (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) failed++;
  });
}

await check('types', () => runBin('typescript/bin/tsc', ['--noEmit']));
await check('lint', () =>
  runBin('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/']),
);
await check('format', () => runBin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']));
await check('pages', () => run(process.execPath, ['scripts/lint-docs.mjs']));
// Jest keeps one core free, which of two is half of the machine; more than four would take gigabytes for the pages that
// each reads. Tests in the browser run alone: they wait for what a page does.
const workers = [`--maxWorkers=${Math.min(4, availableParallelism())}`];
await jest('unit', workers);
await ensureBuilt();
await jest('site', workers);
await jest('browser', ['--runInBand']);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
