import {describe, expect, test} from '@jest/globals';
import {pagesOf} from './corpus';
import {lint} from './run';
import {htmlTags} from './rules/html-tags';
import {frontMatter} from './rules/front-matter';
import {localPaths} from './rules/local-paths';
import {corpusOf} from './testing';

/** Put together, so that no file of this project holds such a path itself. */
const local = (user: string): string => ['', 'Users', user].join('/');

async function run(source: string, file = 'docs/page.md'): Promise<string[]> {
  const corpus = corpusOf({[file]: source});
  const found = await lint([htmlTags, localPaths], pagesOf(corpus), corpus);
  return found.map(({line, rule, what}) => `${line} ${rule}: ${what}`);
}

describe('lint-ok', () => {
  test('excuses the block that follows', async () => {
    expect(await run('<!-- lint-ok: html-tags shown on purpose -->\nA <x-tag>\nin two lines <y-tag>\n')).toEqual([]);
    expect(await run(`<!-- lint-ok: local-paths sample output -->\n\n\`\`\`text\n${local('x')}\n\`\`\`\n`)).toEqual([]);
    expect(await run(`{/* lint-ok: local-paths sample output */}\n\n\`${local('x')}\`\n`, 'docs/page.mdx')).toEqual([]);
  });

  test('excuses nothing else', async () => {
    expect(await run(`<!-- lint-ok: local-paths sample -->\n${local('x')}\n\n${local('y')}\n`)).toEqual([
      `4 local-paths: the local path ${local('y')}`,
    ]);
  });

  test('needs a known rule, a reason, and something to excuse', async () => {
    expect(await run(`<!-- lint-ok: nothing reason -->\n\n<!-- lint-ok: local-paths -->\n${local('x')}\n`)).toEqual([
      '1 lint-ok: there is no rule "nothing"',
      '3 lint-ok: the excuse for local-paths has no reason',
      `4 local-paths: the local path ${local('x')}`,
    ]);
    expect(await run('<!-- lint-ok: local-paths reason -->\nText.\n')).toEqual([
      '1 lint-ok: nothing below breaks local-paths',
    ]);
  });

  test('is not called needless while a rule could not look at its data', async () => {
    const corpus = corpusOf({'docs/page.md': '<!-- lint-ok: local-paths reason -->\nText.\n'});
    corpus.faults.add('docs/_facts/tiers.json:3: not valid JSON');
    expect(await lint([localPaths], pagesOf(corpus), corpus)).toEqual([]);
  });

  test('works in front matter, as a comment of YAML', async () => {
    const corpus = corpusOf({
      'docs/a.md':
        '---\ntitle: A\ndescription: B\nkeywords: [a, b, c]\n# lint-ok: front-matter a test\nkind: other\n---\n',
    });
    expect(await lint([frontMatter], pagesOf(corpus), corpus)).toEqual([]);
  });
});

test('a page that does not parse is reported once, and skipped', async () => {
  expect(await run(`${local('x')} <open {\n`, 'docs/page.mdx')).toEqual([expect.stringMatching(/^\d+ syntax: /)]);
});
