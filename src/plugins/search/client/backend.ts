import type {SearchRequest, SearchResult} from '../engine/protocol';
import {askAlgolia, type AlgoliaAccess} from './algolia';
import type {Embedded} from './embedded';

/** Who answered the last query. `fallback`: the embedded index, since Algolia did not. */
export type Answerer = 'algolia' | 'embedded' | 'fallback';

export interface Answered {
  results: SearchResult[];
  by: Answerer;
}

/**
 * Asks Algolia when there is access to it, and the embedded index otherwise. When Algolia fails, the same keystroke is
 * answered from the index; until Algolia has answered again, it is asked in the background only, so nobody waits for it.
 */
export class Backend {
  private failing = false;
  private probing = false;

  constructor(
    private readonly embedded: Embedded,
    private readonly access: AlgoliaAccess | null,
  ) {}

  async ask(requests: readonly SearchRequest[]): Promise<Answered> {
    if (!this.access) return {results: await this.fromIndex(requests), by: 'embedded'};
    if (this.failing) {
      this.probe(requests);
      return {results: await this.fromIndex(requests), by: 'fallback'};
    }
    try {
      return {results: await askAlgolia(this.access, requests), by: 'algolia'};
    } catch {
      this.failing = true;
      return {results: await this.fromIndex(requests), by: 'fallback'};
    }
  }

  private fromIndex(requests: readonly SearchRequest[]): Promise<SearchResult[]> {
    return Promise.all(requests.map((request) => this.embedded.search(request)));
  }

  private probe(requests: readonly SearchRequest[]): void {
    if (this.probing || !this.access) return;
    this.probing = true;
    askAlgolia(this.access, requests)
      .then(() => (this.failing = false))
      .catch(() => undefined)
      .finally(() => (this.probing = false));
  }
}
