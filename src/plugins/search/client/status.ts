import type {Answerer} from './backend';

/** What the last search of the modal came to. */
export interface Status {
  by: Answerer;
  query: string;
  hits: number;
}

const NONE: Status = {by: 'embedded', query: '', hits: 0};
let current = NONE;
const listeners = new Set<() => void>();

/** Says what became of the last query; who subscribed is told. */
export function report(status: Status): void {
  current = status;
  for (const listener of listeners) listener();
}

/** The last query is over: nothing is said of it any more. */
export const forget = (): void => report(NONE);

/** For React's useSyncExternalStore. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What became of the last query; of none while the page is drawn on the server. */
export const status = (): Status => current;
export const statusOnServer = (): Status => NONE;
