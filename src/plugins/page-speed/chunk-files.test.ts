import {expect, test} from '@jest/globals';
import type {RouteConfig} from '@docusaurus/types';
import {filesOfRoutes} from './chunk-files';

const manifest = {
  origins: {root: ['1'], page: ['2', '3'], text: ['4', '5'], 'pages-of-2026.05': ['6']},
  assets: {
    1: {js: [{publicPath: '/js/root.js'}]},
    2: {js: [{publicPath: '/js/page.js'}]},
    3: {js: [{publicPath: '/js/shared.js'}]},
    4: {js: [{publicPath: '/js/text.js'}]},
    5: {},
    6: {js: [{publicPath: '/js/pages.js'}]},
  },
};
const route = (path: string, routes?: RouteConfig[]): RouteConfig => ({path, component: 'x', ...(routes && {routes})});

test('a page needs its own files, those that it shares and those of the routes above, each once', () => {
  const names = {
    '/-1a2': {__comp: 'page'},
    '/docs-abc': {__comp: 'root', __context: {plugin: 'page'}},
    '/docs/my-page-3f2': {__comp: 'page', items: ['text']},
  };
  const found = filesOfRoutes([route('/'), route('/docs', [route('/docs/my-page')])], {names, manifest}, []);
  expect([...found]).toEqual([
    ['/', ['/js/page.js', '/js/shared.js']],
    ['/docs/my-page', ['/js/root.js', '/js/page.js', '/js/shared.js', '/js/text.js']],
  ]);
});

test('a page of a release needs the list of the pages of that release', () => {
  const names = {'/docs-1': {}, '/docs/2026.04-2': {}, '/docs/2026.04/a-3': {}, '/docs-4': {}, '/docs/a-5': {}};
  const routes = [
    route('/docs', [route('/docs/2026.04', [route('/docs/2026.04/a')]), route('/docs', [route('/docs/a')])]),
  ];
  const releases = [
    {name: '2026.04', path: '/docs/2026.04'},
    {name: '2026.05', path: '/docs'},
  ];
  const found = filesOfRoutes(routes, {names, manifest}, releases);
  expect(found.get('/docs/a')).toEqual(['/js/pages.js']);
  expect(found.get('/docs/2026.04/a')).toEqual([]);
});

test('names that do not go with the routes stop the build', () => {
  expect(() => filesOfRoutes([route('/a'), route('/b')], {names: {'/a-123': {}}, manifest}, [])).toThrow(
    'chunks of no route where those of /b were expected',
  );
});
