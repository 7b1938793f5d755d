import {CLOSE, OPEN} from '../engine/highlight';
import type {SearchRequest, SearchResult} from '../engine/protocol';
import {isHit, ownHit, type ForeignHit} from './algolia-hit';

export interface AlgoliaAccess {
  appId: string;
  /** The search-only key, which is public by design. */
  apiKey: string;
  indexName: string;
  /** Another address than Algolia's own: a relay, or the stand-in of the tests. */
  host?: string | undefined;
}

/** Longer, and the embedded index is the better answer. */
export const PATIENCE_MILLISECONDS = 800;

/**
 * Asks Algolia over its REST interface. One attempt, no other hosts: the embedded index is the second source.
 *
 * @throws when it is out of reach, slow, refuses, or answers something else than results
 */
export async function askAlgolia(
  {appId, apiKey, indexName, host}: AlgoliaAccess,
  requests: readonly SearchRequest[],
): Promise<SearchResult[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error('Algolia is slow')), PATIENCE_MILLISECONDS);
  try {
    const address = `${host ?? `https://${appId}-dsn.algolia.net`}/1/indexes/*/queries`;
    // In the address and as plain text, as Algolia's own client does: so the browser sends no preflight request.
    const access = new URLSearchParams({'x-algolia-application-id': appId, 'x-algolia-api-key': apiKey});
    const response = await fetch(`${address}?${access}`, {
      method: 'POST',
      headers: {'content-type': 'text/plain'},
      body: JSON.stringify({
        requests: requests.map((request) => ({
          ...request,
          indexName,
          highlightPreTag: OPEN,
          highlightPostTag: CLOSE,
          attributesToRetrieve: [
            'hierarchy',
            'content',
            'type',
            'url',
            'url_without_anchor',
            'anchor',
            'section',
            'version',
          ],
        })),
      }),
      signal: stop.signal,
      credentials: 'omit',
      referrerPolicy: 'origin',
    });
    if (!response.ok) throw new Error(`Algolia answered ${response.status}`);
    return results(await response.json(), requests.length);
  } finally {
    clearTimeout(timer);
  }
}

/** Narrows a foreign answer; anything unexpected counts as no answer. */
function results(body: unknown, count: number): SearchResult[] {
  const found = (body as {results?: unknown} | null)?.results;
  if (!Array.isArray(found) || found.length !== count || !found.every(isResult)) {
    throw new Error('Algolia answered something else than results');
  }
  return found.map((result) => ({...result, hits: result.hits.map(ownHit)}));
}

type ForeignResult = Omit<SearchResult, 'hits'> & {hits: ForeignHit[]};

function isResult(value: unknown): value is ForeignResult {
  const {hits, nbHits} = (value ?? {}) as Partial<ForeignResult>;
  return typeof nbHits === 'number' && Array.isArray(hits) && hits.every(isHit);
}
