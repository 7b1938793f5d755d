import type {FactItem} from './types';

/** A route of the platform, as the data of a release has it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly exists: boolean;
  readonly auth: string;
  readonly useInstead: string | undefined;
}

/** Routes from the items of `api-routes.json`. */
export function routesOf(items: readonly FactItem[]): Route[] {
  return items.map((item) => ({
    method: String(item.method),
    path: String(item.path),
    exists: item.exists !== false,
    auth: String(item.auth ?? 'none'),
    useInstead: typeof item.use_instead === 'string' ? item.use_instead : undefined,
  }));
}

/**
 * The route that a request reaches: the one with the most literal segments in common, as a router decides.
 * `ANY` routes are proxies; they accept every path and so prove nothing about one.
 */
export function findRoute(method: string, path: string, routes: readonly Route[]): Route | undefined {
  const request = segmentsOf(path);
  let best: {route: Route; score: number} | undefined;
  for (const route of routes) {
    const score = route.method === method ? scoreOf(request, segmentsOf(route.path)) : undefined;
    if (
      score !== undefined &&
      (best === undefined || score > best.score || (score === best.score && !best.route.exists))
    ) {
      best = {route, score};
    }
  }
  return best?.route;
}

function segmentsOf(path: string): string[] {
  return path
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
}

function scoreOf(request: readonly string[], route: readonly string[]): number | undefined {
  let score = 0;
  for (const [index, segment] of route.entries()) {
    const asked = request[index];
    if (asked === undefined) {
      return undefined;
    }
    if (segment.startsWith('*')) {
      return score;
    }
    if (isParameter(segment)) {
      continue;
    }
    if (segment !== asked) {
      return undefined;
    }
    score += 1;
  }
  return request.length === route.length ? score : undefined;
}

/** `:id`, `{id}`, `<id>`, `$ID`, `${ID}`. */
function isParameter(segment: string): boolean {
  return /^(?::|\{|<|\$)/.test(segment);
}
