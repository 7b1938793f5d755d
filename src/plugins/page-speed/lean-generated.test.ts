import {expect, test} from '@jest/globals';
import leanGenerated from './lean-generated.cjs';

const lean = (resourcePath: string, source: string): string =>
  (leanGenerated as (this: {resourcePath: string}, source: string) => string).call({resourcePath}, source);

test('the configuration keeps what pages read, without what the build reads', () => {
  const config = {title: 'Docs', plugins: ['a'], presets: [], themeConfig: {navbar: {}}};
  const source = `/* generated */\nexport default ${JSON.stringify(config, undefined, 2)};\n`;
  expect(lean('/x/.docusaurus/docusaurus.config.mjs', source)).toBe(
    '/* generated */\nexport default {"title":"Docs","themeConfig":{"navbar":{}}};\n',
  );
});

test('the properties of a release keep titles, without descriptions and what is so anyway', () => {
  const source = JSON.stringify({
    docs: {tokens: {title: 'Tokens', description: 'long'}},
    items: [{unlisted: false}, {unlisted: true}],
  });
  expect(JSON.parse(lean('/x/p/docs-1.json', source))).toEqual({
    docs: {tokens: {title: 'Tokens'}},
    items: [{}, {unlisted: true}],
  });
});
