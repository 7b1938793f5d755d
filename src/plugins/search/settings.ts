import type {Heads} from './shard';

/** Settings of the Algolia index, as near to the embedded ranking as Algolia's rules come. */
export const INDEX_SETTINGS = {
  searchableAttributes: [
    'unordered(hierarchy.lvl1)',
    'unordered(hierarchy.lvl2)',
    'unordered(hierarchy.lvl3)',
    'unordered(hierarchy.lvl4)',
    'unordered(hierarchy.lvl5)',
    'unordered(hierarchy.lvl6)',
    'unordered(keywords)',
    'content',
    'code',
  ],
  attributesForFaceting: ['language', 'version', 'docusaurus_tag', 'type', 'section'],
  attributesToRetrieve: ['hierarchy', 'content', 'anchor', 'url', 'url_without_anchor', 'type', 'section', 'version'],
  attributesToHighlight: ['hierarchy', 'content'],
  attributesToSnippet: ['content:20'],
  customRanking: ['desc(weight.page_rank)', 'desc(weight.level)', 'asc(weight.position)'],
  ranking: ['words', 'filters', 'typo', 'attribute', 'proximity', 'exact', 'custom'] as const,
  camelCaseAttributes: ['hierarchy.lvl2', 'hierarchy.lvl3', 'content', 'code'],
  separatorsToIndex: '_',
  highlightPreTag: '<mark>',
  highlightPostTag: '</mark>',
  minWordSizefor1Typo: 4,
  minWordSizefor2Typos: 8,
  allowTyposOnNumericTokens: false,
  ignorePlurals: true,
  removeStopWords: true,
  queryLanguages: ['en'] as const,
  indexLanguages: ['en'] as const,
  removeWordsIfNoResults: 'allOptional' as const,
  minProximity: 1,
  advancedSyntax: true,
  distinct: false,
  maxValuesPerFacet: 100,
};

export type SynonymHit = {objectID: string; type: 'oneWaySynonym'; input: string; synonyms: string[]};

/** The synonyms of all releases as Algolia's one-way synonyms. */
export function algoliaSynonyms(releases: readonly Pick<Heads, 'synonyms'>[]): SynonymHit[] {
  const found = new Map<string, SynonymHit>();
  for (const line of new Set(releases.flatMap(({synonyms}) => synonyms))) {
    const [said = '', meant = ''] = line.split('=>');
    for (const input of list(said)) {
      const known = found.get(input)?.synonyms ?? [];
      const synonyms = [...new Set([...known, ...list(meant)])];
      found.set(input, {objectID: `said:${input.replaceAll(' ', '-')}`, type: 'oneWaySynonym', input, synonyms});
    }
  }
  return [...found.values()].sort((a, b) => (a.objectID < b.objectID ? -1 : 1));
}

const list = (side: string): string[] =>
  side
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** A configuration for DocSearch's hosted crawler that makes records of the same shape. */
export function crawlerConfig(site: string, indexName: string): string {
  const levels = [2, 3, 4, 5, 6].map((n) => `            lvl${n}: 'article .theme-doc-markdown h${n}',`).join('\n');
  return `// For DocSearch's hosted crawler (https://crawler.algolia.com); made by "docusaurus search:crawler".
new Crawler({
  appId: 'YOUR_APP_ID',
  apiKey: 'YOUR_CRAWLER_API_KEY',
  startUrls: ['${site}/docs'],
  sitemaps: ['${site}/sitemap.xml'],
  discoveryPatterns: ['${site}/docs/**'],
  exclusionPatterns: ['${site}/search**', '**/*.md'],
  // Pages of older releases ask not to be indexed by the search engines of the web; here they are wanted.
  ignoreNoIndex: true,
  ignoreCanonicalTo: true,
  maxDepth: 12,
  rateLimit: 8,
  actions: [
    {
      indexName: '${indexName}',
      pathsToMatch: ['${site}/docs**'],
      recordExtractor: ({$, helpers}) => {
        // The top category of the page, which the results page filters by. The way home is an icon without text.
        const trail = $('.theme-doc-breadcrumbs .breadcrumbs__link').get().map((label) => $(label).text().trim()).filter(Boolean);
        const section = trail.length > 1 ? trail[0] : null;
        $('.hash-link, .theme-doc-breadcrumbs, .theme-doc-toc-mobile, [data-facts-filter], figure pre').remove();
        const version = $('meta[name="docsearch:version"]').attr('content') || '';
        const records = helpers.docsearch({
          recordProps: {
            lvl0: {selectors: '', defaultValue: version},
            lvl1: ['article header h1', 'article .theme-doc-markdown h1'],
${levels}
            content: 'article .theme-doc-markdown p, article .theme-doc-markdown li, article .theme-doc-markdown td',
          },
          indexHeadings: true,
          aggregateContent: true,
          recordVersion: 'v3',
        });
        return records.map((record) => ({...record, section}));
      },
    },
  ],
  initialIndexSettings: {
    '${indexName}': ${JSON.stringify(INDEX_SETTINGS, null, 2).replaceAll('\n', '\n    ')},
  },
});
`;
}
