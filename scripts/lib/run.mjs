import {spawn} from 'node:child_process';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Ends the process with one clear line. */
export function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

/**
 * Runs a command in the project's folder and waits for it. Ctrl-C and a kill of this process end the child too.
 *
 * @param {string} command executable, or the path of a script for node
 * @param {string[]} args
 * @param {{env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions, cwd?: string}} [options]
 * @returns {Promise<{code: number, output: string}>} output is empty unless stdio pipes it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      stdio: options.stdio ?? 'inherit',
      // Docusaurus would ask the registry for news in a process of its own that outlives the command.
      env: {...process.env, NO_UPDATE_NOTIFIER: '1', ...options.env},
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const stop = (signal) => child.kill(signal);
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve({code: code ?? (signal ? 130 : 1), output});
    });
  });
}

/** The command line of an installed package, run by this Node: works from a path with spaces and without a shell. */
export function runBin(script, args, options) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], options);
}

export const docusaurus = '@docusaurus/core/bin/docusaurus.mjs';

/** Says what a long step is and, when it is done, how long it took. */
export async function step(name, work) {
  const start = Date.now();
  console.log(`· ${name} …`);
  const result = await work();
  console.log(`  ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
