import * as z from 'zod';

/** What the environment of a build says about Algolia: all three names, or none of them. */
const algoliaSchema = z.strictObject({
  appId: z.string().min(1),
  apiKey: z.string().min(1),
  indexName: z.string().min(1),
});

export type AlgoliaOptions = z.infer<typeof algoliaSchema>;

const NAMES = {appId: 'ALGOLIA_APP_ID', apiKey: 'ALGOLIA_SEARCH_API_KEY', indexName: 'ALGOLIA_INDEX_NAME'} as const;

/** The theme wants an access even where there is none; its client is replaced, so these names never leave the page. */
const PLACEHOLDER: AlgoliaOptions = {appId: 'EMBEDDED', apiKey: 'none', indexName: 'docs'};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Algolia's access from the environment.
 *
 * @returns null when no name is set, or those of a push only, which has a key of its own
 * @throws when some are set and some are not
 */
export function readAlgolia(environment: Environment): AlgoliaOptions | null {
  const set = Object.values(NAMES).filter((name) => environment[name]);
  if (set.length === 0) return null;
  if (environment['ALGOLIA_ADMIN_API_KEY'] && !environment[NAMES.apiKey]) return null;
  const missing = Object.values(NAMES).filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`${set.join(', ')} is set, so ${missing.join(' and ')} has to be set too`);
  return algoliaSchema.parse(Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, environment[name]])));
}

/** `themeConfig.algolia`: what the theme's search bar needs. The results page is this site's own. */
export function algoliaThemeConfig(environment: Environment) {
  return {
    ...(readAlgolia(environment) ?? PLACEHOLDER),
    contextualSearch: true,
    searchPagePath: false as const,
    insights: false,
    externalUrlRegex: '^https://github\\.com/',
  };
}

/**
 * Where a page of this build asks Algolia, as its security policy has to allow it.
 *
 * @returns nothing for a build without Algolia
 * @throws when ALGOLIA_HOST is no address
 */
export function algoliaOrigins(environment: Environment): string[] {
  if (!readAlgolia(environment)) return [];
  const host = environment['ALGOLIA_HOST'];
  if (!host) return ['https://*.algolia.net', 'https://*.algolianet.com'];
  if (!URL.canParse(host)) throw new Error(`ALGOLIA_HOST is "${host}"; it has to be an address, https://<host>`);
  return [new URL(host).origin];
}
