import {expect, test} from '@jest/globals';
import {codeWords, withoutCommon} from './code-words';

test('names, flags and paths of code that the prose does not have', () => {
  expect(codeWords('curl -s "$PLATFORM_URL/health" --max-time 5 # 3f2a9c1b7d4e5f60', 'Ask with curl.')).toBe(
    'PLATFORM_URL/health --max-time',
  );
});

test('a word that most examples have is left out, if the prose of some section has it', () => {
  const codes = Array.from({length: 13}, (_, index) => `curl X-Only-In-Code name-${index}`);
  expect(withoutCommon(codes, ['Ask with curl.'])[7]).toBe('X-Only-In-Code name-7');
  expect(withoutCommon(codes.slice(1), ['Ask with curl.'])[7]).toBe('curl X-Only-In-Code name-8');
});
