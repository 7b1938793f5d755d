import {describe, expect, test} from '@jest/globals';
import {docsVersions} from './docs-versions';
import {currentHighlights} from './highlights';
import {parseReleases, type Releases} from './releases';

const entry = (status: string, date: string | null = '2026-05-04') => ({
  label: `Label ${status}`,
  status,
  date,
  renamed: {},
  nearest: {},
});
const sound = {next: entry('next', null), '2026.05': entry('current'), '2026.04': entry('unmaintained')};
const parse = (value: unknown): Releases => parseReleases(JSON.stringify(value));

describe('parseReleases', () => {
  test('keeps the order of the file', () => {
    expect(Object.keys(parse(sound))).toEqual(['next', '2026.05', '2026.04']);
  });

  test.each([
    ['a name that is no month', {...sound, v5: entry('maintained')}, 'YYYY.MM'],
    ['two current releases', {...sound, '2026.04': entry('current')}, 'exactly one release'],
    ['no next release', {'2026.05': entry('current')}, '"next"'],
    ['a date that is no day', {...sound, '2026.05': entry('current', 'May')}, 'releases.json: 2026.05.date'],
    ['an unknown field', {...sound, next: {...entry('next', null), titel: 'x'}}, 'titel'],
  ])('refuses %s', (_, value, message) => {
    expect(() => parse(value)).toThrow(message);
  });

  test('says that the text is no JSON', () => {
    expect(() => parseReleases('{')).toThrow('releases.json:1: not valid JSON');
  });
});

describe('highlights', () => {
  const highlights = [
    {page: 'index', text: 'A start'},
    {page: 'guides/index', text: 'Guides'},
    {page: 'self-hosting', anchor: 'secrets', text: 'Sealed secrets'},
  ];

  test('of the current release are links to its pages, in their order', () => {
    const releases = parse({...sound, '2026.05': {...entry('current'), highlights}});
    expect(currentHighlights(releases)).toEqual([
      {to: '/docs', text: 'A start'},
      {to: '/docs/guides', text: 'Guides'},
      {to: '/docs/self-hosting#secrets', text: 'Sealed secrets'},
    ]);
  });

  test('of another release are not shown as those of the current one', () => {
    const releases = parse({...sound, '2026.04': {...entry('unmaintained'), highlights}});
    expect(currentHighlights(releases)).toEqual([]);
  });

  test('name a page and say something', () => {
    const wrong = {...sound, next: {...entry('next', null), highlights: [{page: '/docs/x', text: ''}]}};
    expect(() => parse(wrong)).toThrow(/next\.highlights\.0\.page: .*page id[\s\S]*next\.highlights\.0\.text/);
  });
});

describe('docsVersions', () => {
  test('the current release stands at /docs, the others below their names', () => {
    const {lastVersion, versions} = docsVersions(parse(sound), '');
    expect(lastVersion).toBe('2026.05');
    expect(Object.entries(versions).map(([name, {path}]) => [name, path])).toEqual([
      ['current', 'next'],
      ['2026.05', '/'],
      ['2026.04', '2026.04'],
    ]);
  });

  test('search engines index the current release and no other', () => {
    const {versions} = docsVersions(parse({...sound, '2026.03': entry('maintained')}), '');
    expect(Object.entries(versions).map(([name, {noIndex}]) => [name, noIndex])).toEqual([
      ['current', true],
      ['2026.05', false],
      ['2026.04', true],
      ['2026.03', true],
    ]);
  });

  test('an archived release is not built', () => {
    const {versions} = docsVersions(parse({...sound, '2026.04': entry('archived')}), '');
    expect(Object.keys(versions)).not.toContain('2026.04');
  });
});
