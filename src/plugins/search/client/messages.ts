import type {SearchRequest} from '../engine/protocol';

/** What the page asks the worker; `id` returns with the answer. */
export type Question = {id: number} & (
  | {ask: 'start'; base: string; latest: string}
  | {ask: 'search' | 'help' | 'whenComplete'; request: SearchRequest}
  | {ask: 'warm'; version: string}
);

export type Reply = {id: number; value: unknown} | {id: number; error: string};
