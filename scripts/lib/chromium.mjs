import {existsSync} from 'node:fs';
import {spawnSync} from 'node:child_process';

/** Chromium without a window to draw: the same engine, and a page opens in half of the time. */
const HEADLESS = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', HEADLESS];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const inPath = (name) => spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).stdout?.trim();

/** @returns {string | undefined} the path of a Chromium or Chrome on this machine; CHROMIUM_PATH decides when it is set */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  for (const name of names) {
    const found = inPath(name);
    if (found) return found;
  }
  return places.find((place) => existsSync(place));
}

/** Installs the first of Debian's packages that there is, where that is possible without asking for a password. */
function install(packages, say) {
  const root = process.getuid?.() === 0;
  const hasApt = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (!root || !hasApt) return;
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['update', '-qq'], {stdio: 'ignore', env});
  for (const name of packages) {
    say(`installing the package ${name}`);
    const {status} = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      stdio: 'ignore',
      env,
    });
    if (status === 0) return;
  }
}

/**
 * Finds a browser, or installs Debian's package where that is possible without asking for a password.
 *
 * @param {(line: string) => void} say prints a progress line
 * @returns {string} the browser's path
 * @throws {Error} with the way out, when there is none
 */
export function ensureChromium(say) {
  if (!process.env.CHROMIUM_PATH && !findChromium()) install(['chromium'], say);
  return found(findChromium());
}

/**
 * The same for tests: the headless shell where it is or can be had, else any.
 *
 * @param {(line: string) => void} say prints a progress line
 * @returns {string} the browser's path
 * @throws {Error} with the way out, when there is none
 */
export function ensureTestBrowser(say) {
  if (process.env.CHROMIUM_PATH) return found(findChromium());
  if (!inPath(HEADLESS)) install([HEADLESS, 'chromium'], say);
  return inPath(HEADLESS) || found(findChromium());
}

function found(path) {
  if (path) return path;
  throw new Error(
    'no Chromium or Chrome found: install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH to its executable',
  );
}

/** Flags for a quiet, offline browser; --no-sandbox only where the sandbox cannot work (root in a container). */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  // Letters as wide as the font says, as on a screen: the headless shell would round each to whole pixels.
  '--font-render-hinting=none',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
