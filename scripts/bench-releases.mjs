/**
 * `npm run bench:releases [-- PAGESxRELEASES ...]`: time and peak memory of cut, verify and compare on synthetic sites, each
 * in a process of its own. With --build, also a production build and the bytes of its client bundle.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const self = fileURLToPath(import.meta.url);
const [mode, ...rest] = process.argv.slice(2);
if (mode === '--child') await child(...rest);
else main(process.argv.slice(2));

function main(args) {
  const named = args.filter((arg) => /^\d+x\d+$/.test(arg)).map((arg) => arg.split('x').map(Number));
  const sizes = named.length > 0 ? named : [[100, 2], [100, 8], [1000, 2], [1000, 8]]; // prettier-ignore
  console.log('pages  releases  step        seconds   peak MB');
  for (const [pages, releases] of sizes) {
    const site = makeSite(pages, releases);
    for (const step of ['seal', 'verify', 'cut', 'compare', 'comparisons']) {
      const {stdout, stderr, status} = spawnSync(process.execPath, [self, '--child', step, site, String(releases)], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      const {seconds, megabytes, note = ''} = JSON.parse(stdout);
      console.log(
        `${String(pages).padEnd(7)}${String(releases).padEnd(10)}${step.padEnd(12)}${seconds.toFixed(2).padStart(7)}${String(megabytes).padStart(10)}  ${note}`,
      );
    }
    rmSync(site, {recursive: true, force: true});
  }
}

function nameOf(index) {
  return `${2020 + Math.floor(index / 12)}.${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Pages with headings, tables, lists and code, of which every tenth changes from release to release. */
function makeSite(pages, releases) {
  const site = mkdtempSync(join(tmpdir(), 'bench-releases-'));
  const names = Array.from({length: releases}, (_, index) => nameOf(index));
  const write = (file, text) => {
    mkdirSync(join(site, file, '..'), {recursive: true});
    writeFileSync(join(site, file), text);
  };
  [...names, 'next'].forEach((name, age) => {
    for (let page = 0; page < pages; page += 1) {
      const edition = Math.floor((age + 10 - (page % 10)) / 10);
      const section = (number) =>
        `## Section ${number} {#s${number}}\n\nParagraph ${number} of page ${page}, edition ${edition}. ${'It has a few more words. '.repeat(12)}\n\n| Name | Value |\n|---|---|\n| a | ${number} |\n| b | ${edition} |\n\n- one\n- two ${edition}\n\n\`\`\`bash\necho ${number}\n\`\`\`\n`;
      const folder = name === 'next' ? 'docs' : `versioned_docs/version-${name}`;
      write(
        `${folder}/group-${page % 10}/page-${page}.md`,
        `---\ntitle: Page ${page}\n---\n\n${[1, 2, 3, 4, 5].map(section).join('\n')}`,
      );
    }
    if (name !== 'next') write(`versioned_sidebars/version-${name}-sidebars.json`, '{"docs": []}\n');
  });
  const entry = (name, status) => ({
    label: name,
    status,
    date: status === 'next' ? null : '2020-01-01',
    renamed: {},
    nearest: {},
  });
  const current = names.at(-1);
  write(
    'releases.json',
    JSON.stringify(
      Object.fromEntries([
        ...names.map((name) => [name, entry(name, name === current ? 'current' : 'maintained')]),
        ['next', entry('next', 'next')],
      ]),
    ),
  );
  write('versions.json', JSON.stringify([...names].reverse()));
  write('sidebars.ts', 'export default {docs: []};\n');
  return site;
}

async function child(step, siteDir, count) {
  await import('./lib/typescript.mjs');
  const load = (file) => import(`../src/plugins/releases/${file}.ts`);
  const {loadSite} = await load('site');
  const context = {
    siteDir,
    checks: {lint: async () => [], build: async () => undefined},
    say: () => undefined,
    observe: () => undefined,
    today: '2030-01-01',
  };
  const names = Array.from({length: Number(count)}, (_, index) => nameOf(index));
  const {sealRelease} = await load('cli/seal');
  const {verifyReleases} = await load('cli/verify');
  const {cutRelease} = await load('cli/cut');
  const {compareReleases} = await load('changes');
  const {staticPages} = await load('static-pages');
  const steps = {
    seal: async () => {
      for (const name of names) await sealRelease(context, name);
    },
    verify: async () => void verifyReleases(context),
    cut: async () => void (await cutRelease(context, '2029.01', {allowDirty: true, dryRun: true})),
    compare: async () => void compareReleases(loadSite(siteDir, [names.at(-1), 'next']), names.at(-1), 'next'),
    comparisons: async () => {
      let pages = 0;
      let bytes = 0;
      for (const page of staticPages(loadSite(siteDir))) {
        pages += 1;
        bytes += page.body.text.length;
      }
      return `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB`;
    },
  };
  const start = performance.now();
  const note = await steps[step]();
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({seconds: (performance.now() - start) / 1000, megabytes, note}));
}
