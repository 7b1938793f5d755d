import {eachPage} from '../rule';
import {findRoute, routesOf} from '../routes';
import type {Rule} from '../types';
import {platformCalls} from './endpoints';

/** Routes that take calls without a credential, or decide by what the call carries. */
const OPEN = new Set(['none', 'in-handler', 'hmac', 'adapter', 'proxy', 'null']);

/** A sample call to a route that checks a credential sends one. */
export const authorization: Rule = {
  name: 'authorization',
  check: eachPage(function* (page, release) {
    const routes = routesOf(release.facts('api-routes'));
    for (const {method, path, authorized, line} of platformCalls(page)) {
      const route = findRoute(method, path, routes);
      if (route?.exists === true && !OPEN.has(route.auth) && !authorized) {
        yield {
          line,
          what: `${method} ${route.path} needs a credential (${route.auth})`,
          mend: '-H "Authorization: Bearer $WORKSPACE_TOKEN" or $ADMIN_TOKEN',
        };
      }
    }
  }),
};
