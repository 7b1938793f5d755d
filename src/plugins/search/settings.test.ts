import {expect, test} from '@jest/globals';
import {algoliaSynonyms, crawlerConfig, INDEX_SETTINGS} from './settings';

test('synonyms of all releases become one list, one way', () => {
  expect(algoliaSynonyms([{synonyms: ['vm, box => instance']}, {synonyms: ['vm => machine']}])).toEqual([
    {objectID: 'said:box', type: 'oneWaySynonym', input: 'box', synonyms: ['instance']},
    {objectID: 'said:vm', type: 'oneWaySynonym', input: 'vm', synonyms: ['instance', 'machine']},
  ]);
});

test('contextual search has its facets', () => {
  expect(INDEX_SETTINGS.attributesForFaceting).toEqual(expect.arrayContaining(['language', 'docusaurus_tag']));
});

test('the configuration of the crawler is a script that holds no key', () => {
  const config = crawlerConfig('https://docs.example', 'docs');
  expect(() => new Function('Crawler', config)).not.toThrow();
  expect(config).toContain("apiKey: 'YOUR_CRAWLER_API_KEY'");
});
