import {describe, expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {fenceSyntax} from './fence-syntax';

describe('fence-syntax', () => {
  test.each([
    ['json', '{\n  "a": 1,\n}', 4],
    ['yaml', 'a: 1\nb: [\n', 4],
    ['toml', 'a = 1\nb = \n', 3],
    ['bash', 'echo a\nif true; then', 3],
    ['ts', 'const a: number = 1;\nconst = 2;', 3],
    ['tsx', 'const a = <b>text;', 2],
    ['python', 'a = 1\nb = = 2', 3],
  ])('finds what is wrong in %s', async (language, code, line) => {
    expect(await findings(fenceSyntax, fence(language, code))).toEqual([
      expect.stringContaining(`docs/page.md:${line} the ${language} does not parse: `),
    ]);
  });

  test.each([
    ['json', '{"a": [1, 2]}'],
    ['yaml', 'a: 1\n---\nb: 2'],
    ['toml', '[a]\nb = 1'],
    ['bash', 'curl "$URL" \\\n  -d \'{"a": 1}\''],
    ['ts', 'await fetch("https://example.com");'],
    ['python', 'async def f():\n    await g()\n\nawait f()'],
    ['text', '{{{'],
  ])('accepts %s', async (language, code) => {
    expect(await findings(fenceSyntax, fence(language, code))).toEqual([]);
  });

  test('a fact stands for a word', async () => {
    expect(await findings(fenceSyntax, fence('json', '{"port": "{{env-vars.platform/PORT.default}}"}'))).toEqual([]);
    expect(await findings(fenceSyntax, fence('bash', 'git clone {{repositories.molecule-core.clone_url}}'))).toEqual(
      [],
    );
  });

  test('the same snippet on two pages is reported on both', async () => {
    const page = fence('json', '{');
    expect(await findings(fenceSyntax, {'docs/a.md': page, 'docs/b.md': `\n${page}`})).toHaveLength(2);
  });
});
