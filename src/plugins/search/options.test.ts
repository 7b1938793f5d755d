import {expect, test} from '@jest/globals';
import {algoliaOrigins, algoliaThemeConfig, readAlgolia} from './options';

const all = {ALGOLIA_APP_ID: 'APP', ALGOLIA_SEARCH_API_KEY: 'search', ALGOLIA_INDEX_NAME: 'docs'};

test('all three names, or none', () => {
  expect(readAlgolia({})).toBeNull();
  expect(readAlgolia(all)).toEqual({appId: 'APP', apiKey: 'search', indexName: 'docs'});
  expect(() => readAlgolia({ALGOLIA_APP_ID: 'APP'})).toThrow('ALGOLIA_SEARCH_API_KEY and ALGOLIA_INDEX_NAME');
});

test('the names of a push alone are no access for readers', () => {
  const {ALGOLIA_SEARCH_API_KEY: _, ...push} = {...all, ALGOLIA_ADMIN_API_KEY: 'admin'};
  expect(readAlgolia(push)).toBeNull();
});

test('the admin key never gets into the configuration of the site', () => {
  expect(JSON.stringify(algoliaThemeConfig({...all, ALGOLIA_ADMIN_API_KEY: 'admin-secret'}))).not.toContain(
    'admin-secret',
  );
});

test('pages may ask where they are told to ask, and nobody without Algolia', () => {
  expect(algoliaOrigins({})).toEqual([]);
  expect(algoliaOrigins(all)).toEqual(['https://*.algolia.net', 'https://*.algolianet.com']);
  expect(algoliaOrigins({...all, ALGOLIA_HOST: 'http://localhost:8108/x'})).toEqual(['http://localhost:8108']);
  expect(() => algoliaOrigins({...all, ALGOLIA_HOST: 'localhost'})).toThrow('ALGOLIA_HOST is "localhost"');
});
