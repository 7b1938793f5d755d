import {expect, test} from '@jest/globals';
import type {RouteConfig} from '@docusaurus/types';
import {filesOfRoutes} from './chunk-files';

const manifest = {
  origins: {root: ['1'], page: ['2', '3'], text: ['4', '5']},
  assets: {
    1: {js: [{publicPath: '/js/root.js'}]},
    2: {js: [{publicPath: '/js/page.js'}]},
    3: {js: [{publicPath: '/js/shared.js'}]},
    4: {js: [{publicPath: '/js/text.js'}]},
    5: {},
  },
};
const route = (path: string, routes?: RouteConfig[]): RouteConfig => ({path, component: 'x', ...(routes && {routes})});

test('a page needs its own files, those that it shares and those of the routes above, each once', () => {
  const names = {
    '/-1a2': {__comp: 'page'},
    '/docs-abc': {__comp: 'root', __context: {plugin: 'page'}},
    '/docs/my-page-3f2': {__comp: 'page', items: ['text']},
  };
  const found = filesOfRoutes([route('/'), route('/docs', [route('/docs/my-page')])], {names, manifest});
  expect([...found]).toEqual([
    ['/', ['/js/page.js', '/js/shared.js']],
    ['/docs/my-page', ['/js/root.js', '/js/page.js', '/js/shared.js', '/js/text.js']],
  ]);
});

test('names that do not go with the routes stop the build', () => {
  expect(() => filesOfRoutes([route('/a'), route('/b')], {names: {'/a-123': {}}, manifest})).toThrow(
    'chunks of no route where those of /b were expected',
  );
});
