import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** How the stand-in misbehaves. */
export type Fault = 'none' | 'refuse' | 'delay' | 'cut' | 'garbage' | 'error' | 'forbidden';

type Json = Record<string, unknown>;

interface Index {
  objects: Map<string, Json>;
  settings: Json;
  synonyms: Json[];
  /** When it was last written to; now, where a test does not say. */
  updatedAt?: string;
}

export interface StandIn {
  /** Address of the server: `http://127.0.0.1:4711`. */
  host: string;
  indices: Map<string, Index>;
  /** Method and path of each request, in order. */
  requests: string[];
  /** Bodies of the search requests, in order. */
  searches: Json[];
  fault: Fault;
  /** Every request from this one on, counted from 0, is cut off: an interrupted push. */
  cutFrom: number;
  close: () => Promise<void>;
}

/** Longer than a reader waits for Algolia. */
const DELAY_MILLISECONDS = 3000;

/**
 * A server on this machine that speaks the part of Algolia's REST interface which this portal uses: queries, batches,
 * settings, synonyms, copy and move, tasks, the list of indices. For tests only: its search is a plain "contains".
 */
export async function startStandIn(): Promise<StandIn> {
  const state: StandIn = {
    host: '',
    indices: new Map(),
    requests: [],
    searches: [],
    fault: 'none',
    cutFrom: Infinity,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  const server = createServer((request, response) => {
    void handle(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  state.host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

async function handle(state: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const {pathname} = new URL(request.url ?? '/', 'http://stand-in');
  const body = await read(request);
  const number = state.requests.push(`${request.method} ${pathname}`) - 1;
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  if (request.method === 'OPTIONS') return void response.end();
  if (state.fault === 'refuse' || number >= state.cutFrom) return void request.socket.destroy();
  if (state.fault === 'error') return send(response, 500, {message: 'Internal error', status: 500});
  if (state.fault === 'forbidden')
    return send(response, 403, {message: 'Invalid Application-ID or API key', status: 403});
  if (state.fault === 'garbage') return void response.end('<html>not JSON');
  if (state.fault === 'delay') await new Promise((done) => setTimeout(done, DELAY_MILLISECONDS));
  if (state.fault === 'cut') {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '100000'});
    response.write('{"results":[{"hits":[');
    return void setTimeout(() => response.destroy(), 20);
  }
  const [status, answer] = route(state, request.method ?? 'GET', pathname, body);
  send(response, status, answer);
}

async function read(request: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {'content-type': 'application/json'});
  response.end(JSON.stringify(body));
}

const DONE = {taskID: 1, updatedAt: '2026-01-01T00:00:00.000Z', objectIDs: []};

function route(state: StandIn, method: string, pathname: string, body: Json): [number, unknown] {
  const [, name = '', action = ''] = /^\/1\/indexes\/([^/]+)(?:\/(.*))?$/.exec(pathname) ?? [];
  const indexName = decodeURIComponent(name);
  if (indexName === '*' && action === 'queries') {
    const requests = body['requests'] as Json[];
    state.searches.push(body);
    return [200, {results: requests.map((request) => query(state, String(request['indexName']), request))}];
  }
  if (pathname === '/1/indexes')
    return [
      200,
      {
        items: [...state.indices].map(([key, index]) => ({
          name: key,
          entries: index.objects.size,
          updatedAt: index.updatedAt ?? new Date().toISOString(),
        })),
      },
    ];
  if (action.startsWith('task/')) return [200, {status: 'published', pendingTask: false}];
  if (action === 'operation') return operate(state, indexName, body);
  if (method === 'DELETE') {
    state.indices.delete(indexName);
    return [200, DONE];
  }
  if (method === 'GET' && action === 'settings') {
    const known = state.indices.get(indexName);
    return known ? [200, known.settings] : [404, {message: 'Index does not exist', status: 404}];
  }
  const index = open(state, indexName);
  if (action === 'query') return [200, query(state, indexName, body)];
  if (action === 'settings') index.settings = body;
  else if (action === 'synonyms/batch') index.synonyms = body as unknown as Json[];
  else if (action === 'batch') {
    for (const {body: object} of body['requests'] as {body: Json}[])
      index.objects.set(String(object['objectID']), object);
  } else return [404, {message: `unknown call ${method} ${pathname}`, status: 404}];
  return [200, DONE];
}

function open(state: StandIn, name: string): Index {
  let index = state.indices.get(name);
  if (!index) state.indices.set(name, (index = {objects: new Map(), settings: {}, synonyms: []}));
  return index;
}

function operate(state: StandIn, name: string, {operation, destination}: Json): [number, unknown] {
  const index = state.indices.get(name);
  if (!index) return [404, {message: 'Index does not exist', status: 404}];
  if (operation === 'move') {
    state.indices.set(String(destination), index);
    state.indices.delete(name);
  } else open(state, String(destination));
  return [200, DONE];
}

function query(state: StandIn, name: string, request: Json): Json {
  const words = String(request['query'] ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  const filters = (request['facetFilters'] ?? []) as (string | string[])[];
  const found = [...(state.indices.get(name)?.objects.values() ?? [])].filter(
    (object) => words.every((word) => textOf(object).includes(word)) && filters.every((filter) => fits(object, filter)),
  );
  const hitsPerPage = Number(request['hitsPerPage'] ?? 20);
  const page = Number(request['page'] ?? 0);
  return {
    index: name,
    query: request['query'] ?? '',
    hits: found.slice(page * hitsPerPage, (page + 1) * hitsPerPage).map((object) => marked(object, words, request)),
    nbHits: found.length,
    page,
    nbPages: hitsPerPage === 0 ? 0 : Math.ceil(found.length / hitsPerPage),
    hitsPerPage,
    processingTimeMS: 1,
    exhaustiveNbHits: true,
    params: '',
    facets: {section: countOf(found, 'section')},
  };
}

const textOf = ({hierarchy, content, code}: Json): string => JSON.stringify([hierarchy, content, code]).toLowerCase();

const fits = (object: Json, filter: string | string[]): boolean =>
  [filter].flat().some((one) => {
    const [facet = '', ...value] = one.split(':');
    return String(object[facet]) === value.join(':');
  });

function countOf(objects: readonly Json[], facet: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const object of objects) counts[String(object[facet])] = (counts[String(object[facet])] ?? 0) + 1;
  return counts;
}

function marked(object: Json, words: readonly string[], {highlightPreTag, highlightPostTag}: Json): Json {
  const mark = (text: string): string => {
    const [word = ''] = words;
    const at = text.toLowerCase().indexOf(word);
    return at < 0 || word === ''
      ? text
      : `${text.slice(0, at)}${String(highlightPreTag)}${text.slice(at, at + word.length)}${String(highlightPostTag)}${text.slice(at + word.length)}`;
  };
  const hierarchy = Object.fromEntries(
    Object.entries(object['hierarchy'] as Json)
      .filter(([, text]) => typeof text === 'string')
      .map(([level, text]) => [level, {value: mark(String(text)), matchLevel: 'full'}]),
  );
  const content =
    typeof object['content'] === 'string'
      ? {content: {value: mark(object['content'].slice(0, 150)), matchLevel: 'full'}}
      : {};
  return {...object, _highlightResult: {hierarchy, ...content}, _snippetResult: {hierarchy, ...content}};
}
