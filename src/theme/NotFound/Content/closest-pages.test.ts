import {describe, expect, test} from '@jest/globals';
import {closestPages, wordsOf} from './closest-pages';

const version = (label: string, base: string, ids: string[]) => ({
  label,
  docs: ids.map((id) => ({id, path: `${base}/${id}`})),
});

describe('wordsOf', () => {
  test('leaves out release names and file endings', () => {
    expect(wordsOf('/docs/2026.04/guides/org-api-keys.html')).toEqual(['guides', 'org', 'api', 'keys']);
  });

  test('takes the path as the router gives it, decoded: a percent sign is only a sign', () => {
    expect(wordsOf('/docs/100%')).toEqual(['100']);
  });
});

describe('closestPages', () => {
  const versions = [
    version('2026.05', '/docs', ['guides/org-api-keys', 'tokens', 'tutorials/']),
    version('2026.04', '/docs/2026.04', ['guides/org-api-keys', 'old-page']),
  ];

  test('finds a moved page by its words, in the first release that has it', () => {
    expect(closestPages('/docs/api-keys', versions)[0]).toEqual({path: '/docs/guides/org-api-keys', label: '2026.05'});
  });

  test('finds a page whose address was mistyped', () => {
    expect(closestPages('/docs/tutorails', versions).map(({path}) => path)).toEqual(['/docs/tutorials']);
  });

  test('finds what only an older release has', () => {
    expect(closestPages('/docs/old-page', versions)[0]).toEqual({path: '/docs/2026.04/old-page', label: '2026.04'});
  });

  test('gives addresses without a slash at their end', () => {
    expect(closestPages('/docs/tutorial', versions).map(({path}) => path)).toContain('/docs/tutorials');
  });

  test('finds nothing for words of nobody', () => {
    expect(closestPages('/qqq/zzz', versions)).toEqual([]);
  });
});
