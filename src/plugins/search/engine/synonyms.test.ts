import {expect, test} from '@jest/globals';
import {readSynonyms, synonymsAt} from './synonyms';

test('what readers say leads to what the pages say, one way', () => {
  const synonyms = readSynonyms(['k8s => kubernetes', 'virtual machine, vm => ec2 instance, host']);
  expect(synonymsAt(synonyms, ['run', 'virtual', 'machine'], 1)).toEqual([
    {from: ['virtual', 'machine'], to: [['ec2', 'instance'], ['host']]},
  ]);
  expect(synonymsAt(synonyms, ['kubernete'], 0)).toEqual([]);
});

test('any form of a word is meant', () => {
  const synonyms = readSynonyms(['quota, throttle => rate limit']);
  for (const said of ['throttling', 'throttled', 'quota']) expect(synonymsAt(synonyms, [said], 0)).toHaveLength(1);
});

test('a line of another form is an error that shows it', () => {
  expect(() => readSynonyms(['k8s kubernetes'])).toThrow('"k8s kubernetes"');
});
