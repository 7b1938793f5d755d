import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {builtinModules} from 'node:module';
import {dirname, join, relative, resolve} from 'node:path';
import {expect, test} from '@jest/globals';
import ts from 'typescript';

type PackageJson = {dependencies: Record<string, string>; devDependencies: Record<string, string>};
const {dependencies, devDependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as PackageJson;

/** Code that a build runs or bundles; what it imports elsewhere is followed. */
const BUILD = [
  'docusaurus.config.ts',
  'sidebars.ts',
  'src/components',
  'src/css',
  'src/pages',
  'src/plugins',
  'src/theme',
];
const REST = ['src', 'scripts', 'tests', 'jest.config.mjs', 'eslint.config.mjs'];

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file);
const isTest = (file: string): boolean => /\.test\.|[\\/]testing(\.ts$|[\\/])|[\\/]fixture\.ts$/.test(file);

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, {recursive: true, encoding: 'utf8'})
    .map((name) => join(path, name))
    .filter((file) => isCode(file) && statSync(file).isFile());
}

type Import = {from: string; isType: boolean};

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const look = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const isType = ts.isImportDeclaration(node) ? Boolean(node.importClause?.isTypeOnly) : node.isTypeOnly;
      found.push({from: (node.moduleSpecifier as ts.StringLiteral).text, isType});
    } else if (ts.isCallExpression(node) && /^(import|require(\.resolve)?)$/.test(node.expression.getText())) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push({from: argument.text, isType: false});
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** The package that an import names; undefined for Node's modules, files of this site and aliases of Docusaurus. */
function packageOf(from: string): string | undefined {
  if (
    /^(\.|\/|node:|@site\/|@generated\/|@theme(-\w+)?\/|@docusaurus\/[A-Z]|@docusaurus\/(isInternalUrl|router|use))/.test(
      from,
    )
  )
    return undefined;
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
  return builtinModules.includes(name) ? undefined : name;
}

function localFile(from: string, importer: string): string | undefined {
  if (!/^(\.|@site\/)/.test(from)) return undefined;
  const base = from.startsWith('.') ? resolve(dirname(importer), from) : resolve(from.replace('@site/', ''));
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((suffix) => base + suffix)
    .find((file) => isCode(file) && existsSync(file));
}

test('a build needs no devDependencies: what its code imports is a dependency', () => {
  const missing = new Set<string>();
  const queue = BUILD.flatMap(filesOf)
    .filter((file) => !isTest(file))
    .map((file) => resolve(file));
  const seen = new Set(queue);
  for (const file of queue) {
    for (const {from, isType} of importsOf(file).filter((one) => !one.isType)) {
      const name = packageOf(from);
      if (name !== undefined && !isType && !(name in dependencies)) missing.add(`${relative('.', file)}: ${name}`);
      const local = localFile(from, file);
      if (local !== undefined && !seen.has(local)) {
        seen.add(local);
        queue.push(local);
      }
    }
  }
  expect([...missing]).toEqual([]);
});

test('what is imported anywhere is declared', () => {
  const missing = new Set<string>();
  for (const file of [...BUILD, ...REST].flatMap(filesOf)) {
    for (const {from, isType} of importsOf(file)) {
      const name = packageOf(from);
      if (name === undefined || name in dependencies || name in devDependencies) continue;
      // The types of a package may be a package of their own.
      if (isType && `@types/${name}` in devDependencies) continue;
      missing.add(name);
    }
  }
  expect([...missing].sort()).toEqual([]);
});
