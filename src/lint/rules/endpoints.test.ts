import {describe, expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {endpoints} from './endpoints';

const routes = JSON.stringify({
  items: [
    {method: 'GET', path: '/workspaces', auth: 'AdminAuth'},
    {method: 'POST', path: '/workspaces/:id/a2a', auth: 'in-handler'},
    {method: 'POST', path: '/webhooks/:type', auth: 'adapter'},
    {method: 'GET', path: '/workspaces/:id/files/*path', auth: 'WorkspaceAuth'},
    {method: 'POST', path: '/workspaces/:id/tasks', exists: false, use_instead: 'POST /workspaces/:id/a2a'},
  ],
});

const check = (text: string): Promise<string[]> =>
  findings(endpoints, {'docs/_facts/api-routes.json': routes, 'docs/page.md': text});

describe('endpoints', () => {
  test('accepts every way to write a parameter', async () => {
    const ids = [':id', '{id}', '<workspace-id>', '$WORKSPACE_ID', '${X}', 'ws-1'];
    expect(await check(ids.map((id) => `\`POST /workspaces/${id}/a2a\`\n`).join('\n'))).toEqual([]);
    expect(
      await check('`POST /webhooks/telegram`, `GET /workspaces/:id/files/a/b?x=1`, `GET /workspaces?x=1`\n'),
    ).toEqual([]);
  });

  test('finds what is not there', async () => {
    expect(await check('`GET /workspaces/:id/nothing`\n\n`GET /`\n')).toEqual([
      'docs/page.md:1 GET /workspaces/:id/nothing is not an endpoint of next',
    ]);
  });

  test('finds what older guides named', async () => {
    expect(await check('`POST /workspaces/:id/tasks`\n')).toEqual([
      'docs/page.md:1 POST /workspaces/:id/tasks is not an endpoint of next',
    ]);
  });

  test('reads curl samples and http blocks', async () => {
    const calls = fence(
      'bash',
      'export A=1',
      'curl -s "$PLATFORM_URL/nothing"',
      'curl https://api.anthropic.com/v1/messages',
    );
    const http = fence('http', 'POST /nothing HTTP/1.1', 'Host: a');
    expect(await check(calls + http)).toEqual([
      'docs/page.md:7 POST /nothing is not an endpoint of next',
      'docs/page.md:3 GET /nothing is not an endpoint of next',
    ]);
  });

  test('other hosts of the company do not serve the API', async () => {
    expect(await check(fence('bash', 'curl https://doc.moleculesai.app/llms.txt'))).toEqual([]);
  });
});
