import {existsSync} from 'node:fs';
import {spawnSync} from 'node:child_process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} the path of a Chromium or Chrome on this machine; CHROMIUM_PATH decides when it is set */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).stdout?.trim();
    if (found) return found;
  }
  return places.find((place) => existsSync(place));
}

/**
 * Finds a browser, or installs Debian's package where that is possible without asking for a password.
 *
 * @param {(line: string) => void} say prints a progress line
 * @returns {string} the browser's path
 * @throws {Error} with the way out, when there is none
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;
  const root = process.getuid?.() === 0;
  const hasApt = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (root && hasApt) {
    say('installing the chromium package');
    const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
    spawnSync('apt-get', ['update', '-qq'], {stdio: 'ignore', env});
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {stdio: 'ignore', env});
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'no Chromium or Chrome found: install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH to its executable',
  );
}

/** Flags for a quiet, offline browser; --no-sandbox only where the sandbox cannot work (root in a container). */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
