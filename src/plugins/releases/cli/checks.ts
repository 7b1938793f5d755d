import {spawn} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {filesBelow, formatJson, writeWhole} from '../files';
import {WORK_FOLDER, workFolder} from '../lock';
import {refuse} from '../problems';
import {loadReleases, NEXT} from '../releases';
import {folderOf, sidebarOf} from '../site';

/** The slow checks of a release. A fixture site brings its own, because it has no pages to build. */
export type Checks = {
  /** Lints the pages below a folder. @returns one line a finding */
  lint: (siteDir: string, folder: string) => Promise<string[]>;
  /** Builds the given releases of a site as they would be published; broken links, anchors and routes are errors. */
  build: (siteDir: string, releases: readonly string[]) => Promise<void>;
};

/** Which releases the docs plugin builds; set for the build of a snapshot, see docs-versions.ts. */
export const ONLY_VARIABLE = 'RELEASES_ONLY';

/** The site's own linter and Docusaurus itself. */
export const siteChecks: Checks = {
  async lint(siteDir, folder) {
    const script = join(siteDir, 'scripts/lint-docs.mjs');
    if (!existsSync(script)) return [];
    // Named, so that the other releases are not checked again.
    const pages = filesBelow(join(siteDir, folder)).filter((file) => /\.mdx?$/.test(file));
    const {code, output} = await run(process.execPath, [script, ...pages.map((file) => `${folder}/${file}`)], siteDir);
    const lines = output.split('\n').filter((line) => line.startsWith(`${folder}/`));
    if (code !== 0 && lines.length === 0 && !/^\d+ files, /m.test(output)) refuse(`the linter did not run:\n${output}`);
    return lines;
  },

  async build(siteDir, releases) {
    const bin = join(siteDir, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
    const {code, output} = await run(
      process.execPath,
      [bin, 'build', siteDir, '--out-dir', join(siteDir, 'build')],
      siteDir,
      {
        [ONLY_VARIABLE]: releases.join(','),
        // The staged site must not write into the cache of the real one, which node_modules leads to.
        DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
        NODE_ENV: 'production',
        BABEL_ENV: 'production',
      },
    );
    if (code !== 0) refuse(`the build of ${releases.join(', ')} failed:\n${relevant(output)}`);
  },
};

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<{code: number; output: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({code: code ?? 1, output}));
  });
}

/** Without the colors and the progress of the bundler. */
function relevant(output: string): string {
  const lines = output.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
  const first = lines.findIndex((line) => /error/i.test(line));
  return lines
    .slice(Math.max(0, first), first + 60)
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .join('\n');
}

/** Folders that a build neither needs nor may share. */
const NOT_COPIED = new Set([
  'node_modules', 'build', '.docusaurus', '.git', '.cache', 'coverage', WORK_FOLDER, 'docs', 'versioned_docs', 'versioned_sidebars', 'tests',
]); // prettier-ignore

/**
 * A second site beside the tree that holds the given releases only, to build it without touching the first.
 *
 * @param overlay a folder with the staged files, laid over the copy
 * @returns its folder; the caller removes it
 */
export function scratchSite(siteDir: string, overlay: string, releases: readonly string[]): string {
  const scratch = join(workFolder(siteDir), `stage-site-${process.pid}`);
  rmSync(scratch, {recursive: true, force: true});
  mkdirSync(scratch, {recursive: true});
  try {
    fillScratch(scratch, siteDir, overlay, releases);
  } catch (error) {
    // Nobody else knows of it yet.
    rmSync(scratch, {recursive: true, force: true});
    throw error;
  }
  return scratch;
}

function fillScratch(scratch: string, siteDir: string, overlay: string, releases: readonly string[]): void {
  for (const name of readdirSync(siteDir)) {
    if (!NOT_COPIED.has(name) && !name.startsWith('.tmp'))
      cpSync(join(siteDir, name), join(scratch, name), {recursive: true});
  }
  for (const name of releases) {
    for (const path of [folderOf(name), sidebarOf(name)]) {
      if (existsSync(join(siteDir, path))) cpSync(join(siteDir, path), join(scratch, path), {recursive: true});
    }
  }
  if (existsSync(overlay)) cpSync(overlay, scratch, {recursive: true});
  // The docs plugin wants a folder for next, even where it is not built.
  mkdirSync(join(scratch, 'docs'), {recursive: true});
  if (existsSync(join(siteDir, 'node_modules')))
    symlinkSync(join(siteDir, 'node_modules'), join(scratch, 'node_modules'), 'dir');
  const versions: unknown = JSON.parse(readFileSync(join(scratch, 'versions.json'), 'utf8'));
  writeWhole(
    join(scratch, 'versions.json'),
    formatJson((versions as string[]).filter((name) => releases.includes(name))),
  );
  const all = loadReleases(scratch);
  const kept = Object.entries(all).filter(([name]) => name === NEXT || releases.includes(name));
  writeWhole(join(scratch, 'releases.json'), formatJson(Object.fromEntries(kept)));
}
