import {SearchEngine} from '../engine/engine';
import {allowed, type SearchRequest, type SearchResult} from '../engine/protocol';
import {respond} from '../engine/respond';
import {MANIFEST, type Full, type Heads, type Manifest} from '../shard';

/** What to offer a reader whose query found nothing in a release. */
export interface Help {
  closest: string[];
  /** The best hits of each other release that has any. */
  elsewhere: SearchResult[];
}

/**
 * How many other releases are looked through to the last word for a query that has no hit; of the rest only the headings.
 * A release is about 200 KB, its headings are 20.
 */
const WHOLE_OTHERS = 2;

type FetchJson = (file: string) => Promise<unknown>;

/**
 * The embedded indexes of the releases that this reader has searched. Runs in the worker, and on the page where there is
 * no worker. The headings of a release are there first and answer until its texts have arrived.
 */
export class Shelf {
  private manifest: Promise<Manifest> | null = null;
  private readonly first = new Map<string, Promise<SearchEngine>>();
  private readonly whole = new Map<string, Promise<SearchEngine>>();
  private readonly ready = new Map<string, SearchEngine>();

  constructor(
    private readonly fetchJson: FetchJson,
    private readonly latest: string,
  ) {}

  async search(request: SearchRequest): Promise<SearchResult> {
    const version = await this.versionOf(request);
    const engine = await this.engine(version);
    return {...respond(engine, request), partial: this.ready.get(version) !== engine};
  }

  async help(request: SearchRequest): Promise<Help> {
    const own = await this.versionOf(request);
    const engine = await this.complete(own);
    const elsewhere = await Promise.all(
      nearest(Object.keys((await this.open()).releases), own).map(async (version, distance) => {
        try {
          const other = await (distance < WHOLE_OTHERS ? this.complete(version) : this.headings(version));
          return respond(other, {...request, hitsPerPage: 4, page: 0});
        } catch {
          // Offline, another release may be out of reach; that is no error of this search.
          return null;
        }
      }),
    );
    return {
      closest: engine.closest(request.query ?? ''),
      elsewhere: elsewhere.filter((result): result is SearchResult => result !== null && result.nbHits > 0),
    };
  }

  /** Done when the whole index that answers this request is there. */
  async whenComplete(request: SearchRequest): Promise<void> {
    await this.complete(await this.versionOf(request));
  }

  /** Loads a release, so that the first keystroke finds it there. */
  async warm(version: string): Promise<void> {
    await this.complete(await this.known(version));
  }

  private async versionOf(request: SearchRequest): Promise<string> {
    const tag = allowed(request, 'docusaurus_tag')?.find((name) => name.startsWith('docs-default-'));
    return this.known(tag?.slice('docs-default-'.length) ?? this.latest);
  }

  private async known(version: string): Promise<string> {
    const {releases} = await this.open();
    return version in releases
      ? version
      : this.latest in releases
        ? this.latest
        : (Object.keys(releases)[0] ?? version);
  }

  private open(): Promise<Manifest> {
    this.manifest ??= keep(this.fetchJson(MANIFEST) as Promise<Manifest>, () => (this.manifest = null));
    return this.manifest;
  }

  /** What can answer now: the whole index if it is there, else headings, while the rest is loading. */
  private engine(version: string): SearchEngine | Promise<SearchEngine> {
    const ready = this.ready.get(version);
    if (ready) return ready;
    void this.complete(version).catch(() => undefined);
    return this.headings(version);
  }

  private headings(version: string): Promise<SearchEngine> {
    return remember(this.first, version, async () => new SearchEngine(await this.heads(version), null));
  }

  private complete(version: string): Promise<SearchEngine> {
    return remember(this.whole, version, async () => {
      const [{heads}, full] = await Promise.all([
        this.headings(version),
        this.open().then(({releases}) => this.fetchJson(releases[version]!.full)),
      ]);
      const engine = new SearchEngine(heads, full as Full);
      this.ready.set(version, engine);
      return engine;
    });
  }

  private async heads(version: string): Promise<Heads> {
    const release = (await this.open()).releases[version];
    if (!release) throw new Error(`there is no search index for the release ${version}`);
    return (await this.fetchJson(release.heads)) as Heads;
  }
}

/** The releases beside one, those next to it in time first. */
function nearest(releases: readonly string[], own: string): string[] {
  const place = releases.indexOf(own);
  const distance = (version: string): number => Math.abs(releases.indexOf(version) - place);
  return releases.filter((version) => version !== own).sort((a, b) => distance(a) - distance(b));
}

/** A failed load is forgotten, so that the next search tries again. */
function keep<Value>(promise: Promise<Value>, forget: () => void): Promise<Value> {
  promise.catch(forget);
  return promise;
}

function remember<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  let promise = known.get(key);
  if (!promise) {
    promise = keep(make(), () => known.delete(key));
    known.set(key, promise);
  }
  return promise;
}
