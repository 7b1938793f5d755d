import {spawnSync} from 'node:child_process';
import {copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {expect} from '@jest/globals';

/** What a build or a test leaves behind: no part of the project. */
const LEFT_OUT = new Set(['node_modules', 'build', '.docusaurus', '.cache', '.releases', 'coverage']);

/** The same files once more, where the file system can name a file twice; only to be read. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, {recursive: true});
  for (const entry of readdirSync(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, {verbatimSymlinks: true});
    else
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
  }
}

/**
 * Copies the project, its history and its packages with it, into a folder of its own below `.cache`.
 *
 * Packages are linked file by file and not as a folder: a package that resolves to a folder outside the site has another
 * path from the site's root, and the theme's class names are made of that.
 *
 * @returns the folder; a copy of the same name that an interrupted run left is replaced
 */
export function copyTree(name: string): string {
  const copy = resolve('.cache', `tree-${name}`);
  rmSync(copy, {recursive: true, force: true});
  mkdirSync(copy, {recursive: true});
  for (const entry of readdirSync('.')) if (!LEFT_OUT.has(entry)) cpSync(entry, join(copy, entry), {recursive: true});
  linkFolder('node_modules', join(copy, 'node_modules'));
  // What is compressed already need not be again.
  if (existsSync('.cache/page-speed')) linkFolder('.cache/page-speed', join(copy, '.cache/page-speed'));
  return copy;
}

/** Builds a copied project; fails with what the build printed. @returns the folder of the built site */
export function buildTree(copy: string): string {
  const bin = join(copy, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, 'build', copy], {
    cwd: copy,
    encoding: 'utf8',
    // Jest says that this is a test.
    env: {...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', BABEL_ENV: 'production'},
  });
  expect({status, output: status === 0 ? '' : stdout + stderr}).toEqual({status: 0, output: ''});
  return join(copy, 'build');
}
