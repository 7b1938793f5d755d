import {describe, expect, test} from '@jest/globals';
import {findings} from '../testing';
import {frontMatter} from './front-matter';

const complete = {
  title: 'Run your first agent',
  description: 'What you get.',
  kind: 'tutorial',
  keywords: '[one, two, three]',
};

function page(fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries({...complete, ...fields}).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${value}`,
  );
  return `---\n${lines.join('\n')}\n---\n\nText.\n`;
}

describe('front-matter', () => {
  test('accepts a complete page', async () => {
    expect(await findings(frontMatter, page({}))).toEqual([]);
  });

  test('names the line of a wrong value', async () => {
    expect(await findings(frontMatter, page({kind: 'guide'}))).toEqual([
      expect.stringMatching(/^docs\/page\.md:4 kind Invalid option/),
    ]);
  });

  test('says what is missing', async () => {
    expect(await findings(frontMatter, page({description: undefined, keywords: undefined}))).toEqual([
      expect.stringContaining('description is missing'),
      expect.stringContaining('keywords is missing'),
    ]);
  });

  test('refuses an unknown key', async () => {
    expect(await findings(frontMatter, page({tags: '[a]'}))).toEqual(['docs/page.md:6 unknown key tags']);
  });

  test('wants a short description', async () => {
    expect(await findings(frontMatter, page({description: 'a'.repeat(161)}))).toEqual([
      'docs/page.md:3 description takes at most 160 characters',
    ]);
  });

  test('wants a sidebar label beside a long title', async () => {
    const title = 'A title that is longer than the sidebar is wide';
    expect(await findings(frontMatter, page({title}))).toHaveLength(1);
    expect(await findings(frontMatter, page({title, sidebar_label: 'Short'}))).toEqual([]);
  });

  test('wants status_note beside status, and a successor that exists in the release', async () => {
    expect(await findings(frontMatter, page({status: 'planned'}))).toEqual([
      'docs/page.md:1 status_note is needed beside status',
    ]);
    const retired = {status: 'superseded', status_note: 'Use the other.', successor: 'guides/other'};
    expect(await findings(frontMatter, page(retired))).toEqual([
      'docs/page.md:8 successor guides/other is not a page of next',
    ]);
    expect(await findings(frontMatter, {'docs/page.md': page(retired), 'docs/guides/other.md': page({})})).toEqual([]);
  });

  test('wants a reason for an unlisted page', async () => {
    expect(await findings(frontMatter, page({unlisted: 'true'}))).toEqual([
      'docs/page.md:1 unlisted_reason is needed beside unlisted',
    ]);
  });

  test('says that YAML does not parse', async () => {
    expect(await findings(frontMatter, '---\ntitle: a: b\n---\n')).toEqual([
      expect.stringContaining('the YAML does not parse'),
    ]);
  });

  test('leaves partials alone', async () => {
    expect(await findings(frontMatter, {'docs/_partials/note.md': 'Text.\n'})).toEqual([]);
  });
});
