import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from '@jest/globals';
import routesByRelease from './routes-by-release.cjs';

type Context = {
  resourcePath: string;
  resourceQuery: string;
  addDependency(file: string): void;
  getOptions(): {releases: {name: string; path: string}[]};
};

const releases = [
  {name: '2026.05', path: '/docs'},
  {name: '2026.04', path: '/docs/2026.04'},
];
const ROUTES = `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/docs',
    component: ComponentCreator('/docs', '001'),
    routes: [
      {
        path: '/docs/2026.04',
        component: ComponentCreator('/docs/2026.04', '002'),
        routes: [
          {path: '/docs/2026.04/old', component: ComponentCreator('/docs/2026.04/old', '003'), exact: true, sidebar: "docs"}
        ]
      },
      {
        path: '/docs',
        component: ComponentCreator('/docs', '004'),
        routes: [{path: '/docs/new', component: ComponentCreator('/docs/new', '005'), exact: true}]
      }
    ]
  },
  {
    path: '*',
    component: ComponentCreator('*'),
  },
];
`;
const NAMES = {
  '/docs-001': {__comp: 'root', __context: {plugin: 'context'}},
  '/docs/2026.04-002': {__comp: 'release'},
  '/docs/2026.04/old-003': {__comp: 'page', content: 'old'},
  '/docs-004': {__comp: 'release'},
  '/docs/new-005': {__comp: 'page', content: 'new'},
};
const chunk = (name: string) =>
  `  "${name}": [() => import(/* webpackChunkName: "${name}" */ "@x/${name}"), "@x/${name}", require.resolveWeak("@x/${name}")],`;
// The last line is not closed on a line of its own: so Docusaurus writes it.
const REGISTRY = `export default {\n${['root', 'context', 'release', 'page', 'old', 'new'].map(chunk).join('\n')}};\n`;
const lean = (name: string) =>
  `"${name}": [() => import(/* webpackChunkName: "${name}" */ "@x/${name}"), "", require.resolveWeak("@x/${name}")]`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'routes-'));
  writeFileSync(join(folder, 'routes.js'), ROUTES);
  writeFileSync(join(folder, 'routesChunkNames.json'), JSON.stringify(NAMES));
  writeFileSync(join(folder, 'registry.js'), REGISTRY);
});
afterEach(() => rmSync(folder, {recursive: true}));

const load = (file: string, source: string, query = '', known = releases): string =>
  (routesByRelease as unknown as (this: Context, source: string) => string).call(
    {
      resourcePath: join(folder, file),
      resourceQuery: query,
      addDependency: () => undefined,
      getOptions: () => ({releases: known}),
    },
    source,
  );

test('what is outside of releases stays; a release fetches its own pages', () => {
  const routes = load('routes.js', ROUTES);
  expect(routes).toContain('component: ComponentCreator("/docs/2026.04", "002"), async load()');
  expect(routes).toContain('/* webpackChunkName: "pages-of-2026.04" */ "@generated/routes.js?release=2026.04"');
  expect(routes).toContain('"@generated/routes.js?release=2026.05"');
  expect(routes).toContain('ComponentCreator("*", undefined)');
  expect(routes).not.toMatch(/old|new/);
  expect(Object.keys(JSON.parse(load('routesChunkNames.json', JSON.stringify(NAMES))) as object)).toEqual([
    '/docs-001',
    '/docs/2026.04-002',
    '/docs-004',
  ]);
  const registry = load('registry.js', REGISTRY);
  expect(registry).toBe(`export default {${['root', 'context', 'release'].map(lean).join(',\n')}};\n`);
});

test('the list of a release has its pages and how they are fetched, without the name that only the server reads', () => {
  const list = load('routes.js', ROUTES, '?release=2026.05');
  expect(list).toContain(`Object.assign(names, {"/docs/new-005":{"__comp":"page","content":"new"}});`);
  expect(list).toContain(`Object.assign(registry, {${lean('page')},\n${lean('new')}});`);
  expect(list).toContain(
    'export default [{path: "/docs/new", exact: true, component: ComponentCreator("/docs/new", "005")}]',
  );
});

test('what Docusaurus writes in another way stops the build', () => {
  expect(() => load('routes.js', ROUTES, '', [{name: '2026.03', path: '/docs/2026.03'}])).toThrow('0 releases');
  expect(() => load('registry.js', 'export default new Map([])')).toThrow('no chunk root');
});
