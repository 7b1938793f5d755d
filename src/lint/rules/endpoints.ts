import {visit} from 'unist-util-visit';
import {curlCalls} from '../curl';
import {eachPage} from '../rule';
import {findRoute, routesOf} from '../routes';
import type {Page, Rule} from '../types';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly line: number;
}

const METHODS = 'GET|POST|PUT|PATCH|DELETE';
/** `POST /workspaces/:id/a2a` in a sentence, or the first line of an http block. */
const NAMED = new RegExp(`^(${METHODS}) (/[^\\s]*)$`);
const HTTP_LINE = new RegExp(`^(${METHODS}) (/[^\\s]*)(?: HTTP/[\\d.]+)?$`, 'gm');

/** What the server inside a workspace answers itself; these are not routes of the platform. */
const AGENT_PATHS = /^\/(?:$|\.well-known\/|transcript$)/;

/** Endpoints on a page are endpoints of its release. */
export const endpoints: Rule = {
  name: 'endpoints',
  check: eachPage(function* (page, release) {
    const routes = routesOf(release.facts('api-routes'));
    if (routes.length === 0) {
      return;
    }
    for (const {method, path, line} of requestsOf(page)) {
      const route = AGENT_PATHS.test(path) ? undefined : findRoute(method, path, routes);
      if (AGENT_PATHS.test(path) || route?.exists === true) {
        continue;
      }
      yield {
        line,
        what: `${method} ${path} is not an endpoint of ${release.name}`,
        mend: route?.useInstead === undefined ? 'see _facts/api-routes.json' : `use ${route.useInstead}`,
      };
    }
  }),
};

function requestsOf(page: Page): Request[] {
  const requests: Request[] = [];
  visit(page.tree, 'inlineCode', ({value, position}) => {
    const [, method, path] = NAMED.exec(value) ?? [];
    if (method !== undefined && path !== undefined) {
      requests.push({method, path, line: position?.start.line ?? 1});
    }
  });
  for (const {language, code, line} of page.fences) {
    if (language === 'http') {
      for (const match of code.matchAll(HTTP_LINE)) {
        const above = code.slice(0, match.index).split('\n').length;
        requests.push({method: match[1] ?? '', path: match[2] ?? '', line: line + above});
      }
    }
  }
  return [...requests, ...platformCalls(page)];
}

/** curl calls to the platform: to its variables, its local address, or a tenant. */
export function platformCalls(page: Page): (Request & {authorized: boolean})[] {
  return page.fences
    .filter(({language}) => language === 'bash' || language === 'sh')
    .flatMap((fence) =>
      curlCalls(fence.code).flatMap(({method, url, headers, otherCredential, line}) => {
        const path = platformPath(url);
        const authorized =
          otherCredential ||
          headers.some((header) => /^(?:authorization|cookie)\s*:/i.test(header) || header.includes('AUTH'));
        return path === undefined ? [] : [{method, path, authorized, line: fence.line + line}];
      }),
    );
}

const PLATFORM_HOST =
  /^(?:"?\$\{?(?:PLATFORM_URL|PLATFORM|MOLECULE_URL|MOLECULE_API_URL|MOLECULE_PLATFORM_URL|MOLECULE_MCP_URL|TENANT_URL|API_URL|CP_URL|CONTROL_PLANE_URL)\}?|https?:\/\/(?:localhost|127\.0\.0\.1|host\.docker\.internal|platform):8080|https:\/\/(?!(?:doc|docs|www|status|market)\.)[^/]+\.moleculesai\.app)(\/[^"]*)?$/;

function platformPath(url: string): string | undefined {
  const match = PLATFORM_HOST.exec(url);
  return match === null ? undefined : (match[1] ?? '/');
}
