import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {createHash} from 'node:crypto';
import {createServer} from 'node:net';
import {spawnSync} from 'node:child_process';
import {join, relative} from 'node:path';
import {docusaurus, fail, root, run, runBin, step} from './run.mjs';

/** Keeps what the last install and the last build were made from; not committed. */
const stampFolder = join(root, '.cache');

/** What a build is made from. Whatever else changes needs no new build. */
const inputs = [
  'docs',
  'versioned_docs',
  'versioned_sidebars',
  'src',
  'static',
  'docusaurus.config.ts',
  'sidebars.ts',
  'versions.json',
  'releases.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

function readStamp(name) {
  const file = join(stampFolder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function writeStamp(name, value) {
  mkdirSync(stampFolder, {recursive: true});
  writeFileSync(join(stampFolder, name), value);
}

/** Stops early, with one line, on a machine or in a folder where nothing that follows could work. */
export function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node ${process.versions.node} is too old: install Node 20.19 or later (see .nvmrc) and run the command again`,
    );
  }
  if (spawnSync('git', ['--version'], {stdio: 'ignore'}).status !== 0) {
    fail('git is not installed: install it (Debian: sudo apt-get install git) and run the command again');
  }
  try {
    accessSync(root, constants.W_OK);
    // Root may write where the mode forbids it, but not to a file system that is read-only.
    mkdirSync(stampFolder, {recursive: true});
    writeFileSync(join(stampFolder, 'writable'), '');
  } catch {
    fail(`cannot write to ${root}: make the folder writable or clone the repository to another place`);
  }
}

/** Installs the packages when the lockfile is not what is installed. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (readStamp('installed') === lock && existsSync(join(root, 'node_modules', docusaurus))) return;
  await step('installing packages', async () => {
    const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
    const {code, output} = await run(npm[0], [...npm[1], 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      stdio: 'pipe',
    });
    if (code !== 0) {
      console.error(output);
      fail('npm ci failed: see above; a network or a registry mirror (npm config get registry) is needed once');
    }
  });
  writeStamp('installed', lock);
}

function* files(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

/** One hash over everything that a build reads: names and contents. */
export function inputsHash() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of files(join(root, input))) {
      hash.update(`${relative(root, file)}\0`);
      hash.update(readFileSync(file));
    }
  }
  // Set at build time, they are part of the result (search goes to Algolia when they are there).
  for (const name of ['ALGOLIA_APP_ID', 'ALGOLIA_SEARCH_API_KEY', 'ALGOLIA_INDEX_NAME', 'ALGOLIA_HOST'])
    hash.update(process.env[name] ?? '');
  // The site map names the day of each page's last commit.
  const pages = ['versioned_docs', 'docs', 'src/pages'];
  hash.update(spawnSync('git', ['-C', root, 'log', '-1', '--format=%H', '--', ...pages]).stdout ?? '');
  return hash.digest('hex');
}

/** Draws missing diagrams and builds the production site into `build`, unless it is there already. */
export async function ensureBuilt() {
  if (readStamp('built') === inputsHash() && existsSync(join(root, 'build/index.html'))) return;
  await step('drawing new diagrams', async () => {
    const {code, output} = await run(process.execPath, ['scripts/draw-diagrams.mjs'], {stdio: 'pipe'});
    if (code !== 0) fail(`the diagrams cannot be drawn:\n${output}`);
  });
  // A page that is saved from here on may come too late for this build, and belongs to the next.
  const inputs = inputsHash();
  // A build that stops halfway leaves files of two builds.
  writeStamp('built', '');
  await step('building the site', async () => {
    const {code} = await runBin(docusaurus, ['build'], {stdio: ['ignore', 'inherit', 'inherit']});
    if (code !== 0) fail('the site does not build: see above');
  });
  writeStamp('built', inputs);
}

/** @returns {Promise<boolean>} whether a server could listen on this port now */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** The port of `--port N`, else of PORT, else the given one. */
export function portFrom(args, fallback) {
  const at = args.indexOf('--port');
  const text = at === -1 ? process.env.PORT : args[at + 1];
  const port = Number(text ?? fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65535) fail(`"${text}" is no port: use a number from 1 to 65535`);
  return port;
}
