/**
 * Node module hooks that let plain Node 20 import the TypeScript of this repository:
 * the compiler that the tests already use, and the extensionless imports that the site uses.
 */
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {transform} from '@swc/core';

const SUFFIXES = ['.ts', '.tsx', '/index.ts'];

export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && context.parentURL?.startsWith('file:')) {
    const base = new URL(specifier, context.parentURL);
    const suffix = /\.[cm]?[jt]sx?$|\.json$/.test(base.pathname)
      ? undefined
      : SUFFIXES.find((candidate) => existsSync(fileURLToPath(base.href + candidate)));
    if (suffix !== undefined) {
      return {url: base.href + suffix, format: 'module', shortCircuit: true};
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/^file:.*\.tsx?$/.test(url)) {
    return next(url, context);
  }
  const filename = fileURLToPath(url);
  const {code} = await transform(await readFile(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      parser: {syntax: 'typescript', tsx: url.endsWith('x')},
      target: 'es2022',
      transform: {react: {runtime: 'automatic'}},
    },
    module: {type: 'es6'},
  });
  return {format: 'module', source: code, shortCircuit: true};
}
