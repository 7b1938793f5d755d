import type {SearchRequest, SearchResult} from '../engine/protocol';
import type {Question, Reply} from './messages';
import type {Help, Shelf} from './shelf';

/** The part of the embedded search that the page sees. */
export interface Embedded {
  search(request: SearchRequest): Promise<SearchResult>;
  help(request: SearchRequest): Promise<Help>;
  warm(version: string): Promise<void>;
  /** Done when a request that got a partial answer would get a whole one. */
  whenComplete(request: SearchRequest): Promise<void>;
}

type Ask = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

/** How long a worker may take to say that it runs before the page does its work. */
const START_MILLISECONDS = 4000;

/**
 * The embedded search: in a worker, or on the page itself where a worker cannot start.
 *
 * @param base address of the site's root, with a slash at the end
 * @param latest version that is searched when a request names none
 */
export function openEmbedded(base: string, latest: string): Embedded {
  const running = startWorker(base, latest).catch(() => onPage(base, latest));
  return {
    search: async (request) => (await running).search(request),
    help: async (request) => (await running).help(request),
    warm: async (version) => (await running).warm(version),
    whenComplete: async (request) => (await running).whenComplete(request),
  };
}

async function startWorker(base: string, latest: string): Promise<Embedded> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {name: 'search'});
  const waiting = new Map<number, {resolve: (value: never) => void; reject: (error: Error) => void}>();
  let last = 0;
  const fail = (reason: string): void => {
    for (const {reject} of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  worker.addEventListener('error', (event) => fail(event.message || 'the search worker failed'));
  worker.addEventListener('message', ({data}: MessageEvent<Reply>) => {
    const promise = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) promise?.reject(new Error(data.error));
    else promise?.resolve(data.value as never);
  });
  const ask = <Value>(question: Ask): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      last += 1;
      waiting.set(last, {resolve, reject});
      worker.postMessage({...question, id: last});
    });

  const timer = setTimeout(() => fail('the search worker did not start in time'), START_MILLISECONDS);
  try {
    await ask({ask: 'start', base, latest});
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return {
    search: (request) => ask({ask: 'search', request}),
    help: (request) => ask({ask: 'help', request}),
    warm: (version) => ask({ask: 'warm', version}),
    whenComplete: (request) => ask({ask: 'whenComplete', request}),
  };
}

async function onPage(base: string, latest: string): Promise<Shelf> {
  const [{Shelf: Here}, {fetchJson}] = await Promise.all([import('./shelf'), import('./fetch-json')]);
  return new Here((file) => fetchJson(base, file), latest);
}
