/**
 * npm run bench [-- --runs N --out file.json --with-builds]: what the built site costs its readers, as a table and JSON.
 *
 * Five pages in Chromium with a processor 4 times slower and a slow 4G line (1.6 Mbit/s, 150 ms), files compressed as built;
 * medians of several runs. --with-builds also measures a cold build, and one after a page changed (in a copy of the site).
 */
import {spawn} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {dirname, join} from 'node:path';
import {createRequire} from 'node:module';
import {chromiumArgs, ensureChromium} from './lib/chromium.mjs';
import {docusaurus, fail, root} from './lib/run.mjs';
import {staticServer} from './lib/static-server.mjs';

const {chromium} = createRequire(import.meta.url)('playwright-core');

const pages = [
  '/',
  '/docs/quickstart',
  '/docs/api-reference',
  '/docs/reference/environment-variables',
  '/docs/changelog',
];
const line = {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000};
const slower = 4;

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : process.argv[at + 1];
};
const runs = Number(option('runs', '3'));
const folder = join(root, option('dir', 'build'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const ms = (time) => `${Math.round(time)} ms`;

/** Watches a page from before its first byte: what is painted, what moves, what blocks. */
function watch() {
  window.bench = {lcp: 0, shift: 0, blocking: 0};
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
  on('largest-contentful-paint', ({startTime}) => (window.bench.lcp = startTime));
  on('layout-shift', ({value, hadRecentInput}) => (window.bench.shift += hadRecentInput ? 0 : value));
  on('longtask', ({duration}) => (window.bench.blocking += Math.max(0, duration - 50)));
}

/** A slow page of a browser, and what it loads by kind, in bytes on the wire. */
async function open(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', line);
  await client.send('Emulation.setCPUThrottlingRate', {rate: slower});
  const kinds = new Map();
  const loaded = [];
  client.on('Network.responseReceived', ({requestId, type}) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({requestId, encodedDataLength}) => {
    loaded.push({kind: kinds.get(requestId) ?? 'Other', bytes: encodedDataLength});
  });
  await page.addInitScript(watch);
  return {page, loaded};
}

const quiet = async (page) => {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(800);
};

/** One cold visit: read to the end, then first intent on the color switch. */
async function visit(browser, origin, path) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}});
  const {page, loaded} = await open(context);
  await page.goto(origin + path, {waitUntil: 'load'});
  const atLoad = [...loaded];
  await quiet(page);
  await page.mouse.wheel(0, 20_000);
  await quiet(page);
  const seen = await page.evaluate(() => window.bench);
  const all = [...loaded];
  const sum = (list, kind) =>
    list.filter((one) => !kind || one.kind === kind).reduce((total, {bytes}) => total + bytes, 0);

  // In the page itself: from the press to the moment when it is done, without what it takes to ask for it from outside.
  const choose = (target) =>
    target.evaluate(
      () =>
        new Promise((done) => {
          const start = performance.now();
          new MutationObserver(() => done(performance.now() - start)).observe(document.documentElement, {
            attributeFilter: ['data-theme-choice'],
          });
          document.querySelector('.navbar button[aria-label*="dark and light"]').click();
        }),
    );
  const intentCold = await choose(page);
  const afterIntent = sum(loaded) - sum(all);
  // Page to page, once the whole page has come to life.
  await page.waitForFunction(() => document.documentElement.dataset.hasHydrated === 'true');
  const start = performance.now();
  const link = page.locator('.pagination-nav__link--next, main a[href^="/docs/"]').first();
  // Done when the other page is drawn; the address changes long before.
  const old = await page.textContent('h1');
  await link.dispatchEvent('click');
  await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, old);
  const pageToPage = performance.now() - start;
  await page.close();

  const again = await open(context);
  await again.page.goto(origin + path, {waitUntil: 'load'});
  await quiet(again.page);
  const intentCached = await choose(again.page);
  await context.close();
  return {
    bytes: sum(all),
    bytesAtLoad: sum(atLoad),
    html: sum(all, 'Document'),
    css: sum(all, 'Stylesheet'),
    fonts: sum(all, 'Font'),
    script: sum(all, 'Script'),
    requests: all.length,
    lcp: seen.lcp,
    blocking: seen.blocking,
    shift: seen.shift,
    application: afterIntent,
    intentCold,
    intentCached,
    pageToPage,
  };
}

async function measurePages() {
  const server = staticServer(folder);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({executablePath: ensureChromium(console.error), args: chromiumArgs});
  try {
    const result = {};
    for (const path of pages) {
      const visits = [];
      for (let run = 0; run < runs; run++) visits.push(await visit(browser, origin, path));
      result[path] = Object.fromEntries(
        Object.keys(visits[0]).map((key) => [key, median(visits.map((one) => one[key]))]),
      );
    }
    return result;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const cacheFolder = join(root, '.cache');

/** What a copy of the site has of its own, or must not have. */
const notCopied = new Set(['node_modules', 'build', '.docusaurus', '.git', '.cache', '.releases', 'coverage']);

/** A copy of the site, so that no page of a writer is edited, whatever ends the measurement. */
function copySite() {
  const site = join(cacheFolder, 'bench-site');
  rmSync(site, {recursive: true, force: true});
  mkdirSync(site, {recursive: true});
  for (const name of readdirSync(root).filter((one) => !notCopied.has(one)))
    cpSync(join(root, name), join(site, name), {recursive: true});
  symlinkSync(join(root, 'node_modules'), join(site, 'node_modules'), 'dir');
  return site;
}

/**
 * Time, processor time and greatest memory of one build.
 *
 * @throws when the site does not build
 */
function build(site) {
  const usage = join(site, 'bench-usage.json');
  const preload = join(site, 'bench-usage.cjs');
  writeFileSync(
    preload,
    `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(usage)},JSON.stringify(process.resourceUsage())))`,
  );
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const bin = join(site, 'node_modules', docusaurus);
    const child = spawn(process.execPath, ['--require', preload, bin, 'build'], {
      cwd: site,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error('the build that was to be measured failed: see above'));
        return;
      }
      const {userCPUTime, systemCPUTime, maxRSS} = JSON.parse(readFileSync(usage, 'utf8'));
      rmSync(usage);
      resolve({
        time: performance.now() - start,
        processor: (userCPUTime + systemCPUTime) / 1000,
        memory: maxRSS * 1024,
      });
    });
  });
}

async function measureBuilds() {
  // The copy has no cache of its own yet; this one it shares.
  rmSync(join(root, 'node_modules/.cache'), {recursive: true, force: true});
  const site = copySite();
  const page = join(site, 'docs/quickstart.md');
  const text = readFileSync(page, 'utf8');
  const change = (line) => writeFileSync(page, `${text}\n${line}\n`);
  try {
    const cold = await build(site);
    change('One more line.');
    const afterOnePage = await build(site);
    return {builds: {cold, afterOnePage}, savings: await measureSaving(site, change)};
  } finally {
    rmSync(site, {recursive: true, force: true});
  }
}

/** While writing: from the moment when a page is saved to the end of the last compilation of the hot-reload server. */
async function measureSaving(site, change) {
  let compiled = 0;
  const port = await freePort();
  const arguments_ = [join(site, 'node_modules', docusaurus), 'start', '--no-open', '--port', String(port)];
  const server = spawn(process.execPath, arguments_, {cwd: site, stdio: ['ignore', 'pipe', 'inherit']});
  server.stdout.on('data', (text) => {
    if (String(text).includes('compiled')) compiled = performance.now();
  });
  const settled = async () => {
    for (compiled = 0; compiled === 0 || performance.now() - compiled < 3000;) {
      if (server.exitCode !== null) throw new Error('the hot-reload server that was to be measured stopped');
      await new Promise((wait) => setTimeout(wait, 50));
    }
    return compiled;
  };
  try {
    await settled();
    const times = [];
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      change(`Line ${run}.`);
      times.push((await settled()) - start);
    }
    return times;
  } finally {
    server.kill();
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, '127.0.0.1', listening));
  const {port} = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

if (!existsSync(join(folder, 'index.html'))) fail(`${folder} holds no built site: run "npm run build"`);
const measured = {pages: await measurePages()};
if (process.argv.includes('--with-builds')) {
  Object.assign(measured, await measureBuilds().catch((error) => fail(error.message)));
}

console.log(
  `| page | in all / at load | HTML | CSS | fonts | JS | requests | LCP | blocking | shift | application | first intent cold / cached | page to page |`,
);
console.log(`|---|---|---|---|---|---|---|---|---|---|---|---|---|`);
for (const [path, one] of Object.entries(measured.pages)) {
  console.log(
    `| ${path} | ${kb(one.bytes)} / ${kb(one.bytesAtLoad)} | ${kb(one.html)} | ${kb(one.css)} | ${kb(one.fonts)} | ${kb(one.script)} | ${one.requests} | ${ms(one.lcp)} | ${ms(one.blocking)} | ${one.shift.toFixed(3)} | ${kb(one.application)} | ${ms(one.intentCold)} / ${ms(one.intentCached)} | ${ms(one.pageToPage)} |`,
  );
}
for (const [name, {time, processor, memory}] of Object.entries(measured.builds ?? {})) {
  console.log(
    `build, ${name}: ${(time / 1000).toFixed(1)} s, processor ${(processor / 1000).toFixed(1)} s, ${(memory / 1e9).toFixed(2)} GB`,
  );
}
if (measured.savings) console.log(`saved page, in the browser of a writer: ${ms(median(measured.savings))}`);
const out = option('out', join(cacheFolder, 'bench.json'));
mkdirSync(dirname(out), {recursive: true});
writeFileSync(out, `${JSON.stringify(measured, undefined, 2)}\n`);
console.log(`\n${out}`);
