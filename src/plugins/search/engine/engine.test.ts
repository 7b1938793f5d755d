import {describe, expect, test} from '@jest/globals';
import {page, release, sampleRelease} from '../testing/release';
import {SearchEngine} from './engine';
import {CLOSE, highlight, OPEN, snippet} from './highlight';
import {respond} from './respond';

const {heads, full} = sampleRelease();
const engine = new SearchEngine(heads, full);
const urls = (query: string, of = engine): string[] =>
  respond(of, {query}).hits.map(({url}) => url.slice('https://docs.example/docs/'.length));

describe('the embedded search', () => {
  test.each([
    [
      'an identifier as a whole',
      'SECRETS_ENCRYPTION_KEY',
      'reference/environment-variables#env-SECRETS_ENCRYPTION_KEY',
    ],
    ['in its words', 'secrets encryption', 'reference/environment-variables#env-SECRETS_ENCRYPTION_KEY'],
    ['begun', 'kms_ke', 'reference/environment-variables#env-KMS_KEY_ARN'],
    ['a path', '/workspaces/:id/tokens', 'tokens#list'],
    ['a question', 'how do I rotate a token?', 'tokens'],
    ['a title before the same words elsewhere', 'schedules', 'schedules'],
    ['a typo', 'shcedule', 'schedules'],
    ['a synonym', 'recurring task', 'schedules'],
    ['another form of a word', 'hibernating', 'schedules'],
    ['keywords of the page', 'api key', 'tokens'],
  ])('finds %s', (_, query, url) => {
    expect(urls(query)[0]?.replace(/#(?:rotate|create)$/, '')).toBe(url);
  });

  test('answers from headings before the texts are there', () => {
    expect(urls('rotate', new SearchEngine(heads, null))[0]).toBe('tokens#rotate');
  });

  test('survives anything that may be typed', () => {
    for (const query of [
      '',
      ' ',
      '???',
      '<script>alert(1)</script>',
      'a'.repeat(5000),
      '💥',
      '__proto__',
      'constructor',
      '\\',
    ]) {
      expect(() => respond(engine, {query})).not.toThrow();
    }
    expect(urls('')).toEqual([]);
    expect(urls('zzzzqqq')).toEqual([]);
  });

  test('a rule can be left out', () => {
    expect(urls('recurring task', new SearchEngine(heads, full, ['synonyms']))[0]).not.toBe('schedules');
  });

  test('a name in several tables is answered by the table that lists the most', () => {
    const row = (heading: string) => ({
      heading,
      level: 3,
      anchor: `env-${heading}`,
      text: 'Where it listens',
      row: true,
    });
    const built = release([
      page({title: 'Start', path: '/docs/start'}, [{text: 'Settings.'}, row('HOST_PORT')]),
      page({title: 'Variables', path: '/docs/variables'}, [{text: 'All.'}, ...['HOST_PORT', 'A_B', 'C_D'].map(row)]),
    ]);
    const first = (off: 'catalogue'[]) => urls('HOST_PORT', new SearchEngine(built.heads, built.full, off))[0];
    expect(first([])).toBe('variables#env-HOST_PORT');
    expect(first(['catalogue'])).toBe('start#env-HOST_PORT');
  });

  test('leads to the section that answers rather than to the opening that announces it', () => {
    const built = release([
      page({title: 'Memory', path: '/docs/memory'}, [
        {text: 'A team shares its scope.'},
        {heading: 'Sharing', anchor: 'sharing', text: 'A team shares its scope.'},
      ]),
    ]);
    const first = (off: 'places'[]) => urls('team scope', new SearchEngine(built.heads, built.full, off))[0];
    expect(first([])).toBe('memory#sharing');
    expect(first(['places'])).toBe('memory');
    expect(urls('memory', new SearchEngine(built.heads, built.full))[0]).toBe('memory');
  });

  test('names the closest words when there is nothing', () => {
    expect(engine.closest('shcedlue')).toContain('schedule');
  });
});

describe('a response', () => {
  test('begins with the best place of every page and pages through the rest', () => {
    const first = respond(engine, {query: 'workspace token schedule', hitsPerPage: 2});
    const second = respond(engine, {query: 'workspace token schedule', hitsPerPage: 2, page: 1});
    expect(first.nbPages).toBeGreaterThan(1);
    expect(new Set([...first.hits, ...second.hits].map(({objectID}) => objectID)).size).toBe(
      first.hits.length + second.hits.length,
    );
  });

  test('filters by section and counts sections', () => {
    const {hits, facets} = respond(engine, {
      query: 'token key',
      facets: ['section'],
      facetFilters: ['language:en', ['section:Reference']],
    });
    expect(hits.every(({section}) => section === 'Reference')).toBe(true);
    expect(facets).toEqual({section: {Reference: hits.length}});
    const counted = respond(engine, {query: 'token key', facets: ['section'], hitsPerPage: 0});
    expect(counted.hits).toEqual([]);
    expect(counted.facets?.['section']?.['Reference']).toBe(hits.length);
  });
});

describe('marks', () => {
  const sought = {terms: new Set(['rotate', 'secretencryptionkey']), prefix: 'tok'};

  test('stand around words, beginnings and whole identifiers', () => {
    expect(highlight('Rotate the tokens of SECRETS_ENCRYPTION_KEY', sought)).toBe(
      `${OPEN}Rotate${CLOSE} the ${OPEN}tok${CLOSE}ens of ${OPEN}SECRETS_ENCRYPTION_KEY${CLOSE}`,
    );
  });

  test('a snippet shows the place where they are', () => {
    const shown = snippet(`${'nothing here '.repeat(60)}then rotate it${' and more'.repeat(60)}`, sought);
    expect(shown).toContain(`${OPEN}rotate${CLOSE}`);
    expect(shown.length).toBeLessThan(200);
  });
});

describe('what a page is called', () => {
  const engineOf = (...pages: ReturnType<typeof page>[]): SearchEngine => {
    const {heads, full} = release(pages);
    return new SearchEngine(heads, full);
  };

  test('counts where it is a part of the query', () => {
    const engine = engineOf(
      page({title: 'Remote agents', path: '/docs/remote'}, [
        {text: 'Away.'},
        {heading: 'Rotate and revoke', anchor: 'rotate', text: 'Rotate the token, then revoke the old token.'},
      ]),
      page({title: 'Tokens', path: '/docs/tokens'}, [
        {
          text: 'A workspace has several. Make a second one before the first is rotated or gone, and tell everybody who uses it. They rotate.',
        },
      ]),
    );
    expect(engine.heads.pages[engine.search('rotate token').pages[0]!.page]![0]).toBe('/docs/tokens');
  });

  test('leads to the opening of the page, where it has the query in it', () => {
    const engine = engineOf(
      page({title: 'Canary release', path: '/docs/canary-release'}, [
        {text: 'Some tenants go first.'},
        {heading: 'Mark a tenant', anchor: 'mark', text: 'A canary is a tenant. Mark a canary.'},
      ]),
    );
    const {document} = engine.search('canary').pages[0]!.sections[0]!;
    expect(engine.documents[document]!.level).toBe(1);
  });
});

test('a word that one page has by chance does not hide the pages that have the others', () => {
  const pages = Array.from({length: 20}, (_, index) => {
    const text = index === 3 ? 'A container leaves a zombie.' : 'A container stops.';
    return page({title: `Page ${index}`, path: `/docs/${index}`}, [{text}]);
  });
  const files = release(pages);
  const found = urls('zombie containers', new SearchEngine(files.heads, files.full));
  expect(found[0]).toBe('3');
  expect(found.length).toBeGreaterThanOrEqual(5);
});

test('what is left of an apostrophe is no word of a query', () => {
  expect(urls("rotate the token's")).toEqual(urls('rotate the token'));
});
