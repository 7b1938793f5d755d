import {expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {authorization} from './authorization';

const routes = JSON.stringify({
  items: [
    {method: 'GET', path: '/health', auth: 'none'},
    {method: 'POST', path: '/workspaces', auth: 'AdminAuth'},
  ],
});

const check = (...lines: string[]): Promise<string[]> =>
  findings(authorization, {'docs/_facts/api-routes.json': routes, 'docs/page.md': fence('bash', ...lines)});

test('a call to a guarded route sends a credential', async () => {
  expect(
    await check('curl $PLATFORM_URL/health', 'curl -X POST "$PLATFORM_URL/workspaces" \\', '  -d \'{"a": 1}\''),
  ).toEqual(['docs/page.md:3 POST /workspaces needs a credential (AdminAuth)']);
});

test('a header, an array of arguments or a cookie will do', async () => {
  expect(
    await check(
      'curl -X POST $PLATFORM_URL/workspaces -H "Authorization: Bearer $ADMIN_TOKEN"',
      'curl -X POST $PLATFORM_URL/workspaces "${AUTH[@]}"',
      'curl -X POST $PLATFORM_URL/workspaces -b cookies.txt',
    ),
  ).toEqual([]);
});
