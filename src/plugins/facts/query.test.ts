import {describe, expect, test} from '@jest/globals';
import {factsFixture} from './fixture';
import {count, lookUp, parseColumns, parseTable, parseWhere, select} from './query';
import {TABLE_NAMES} from './tables';

const facts = factsFixture();
const names = (where: string, sort?: string) =>
  select(facts, 'env-vars', where, sort).map((item) => `${String(item.component)}/${String(item.name)}`);

describe('parseTable', () => {
  test('an unknown table is answered with a likely one and all of them', () => {
    expect(() => parseTable('env-var')).toThrow(
      `unknown table "env-var" (did you mean "env-vars"?); tables are ${TABLE_NAMES.join(', ')}`,
    );
  });
});

describe('parseWhere', () => {
  test('reads every operator, dotted fields and alternatives', () => {
    expect(parseWhere('tiers', 'kind=tier; docker.privileged!=true; id^=T|X;')).toEqual([
      {field: 'kind', operator: '=', values: ['tier']},
      {field: 'docker.privileged', operator: '!=', values: ['true']},
      {field: 'id', operator: '^=', values: ['T', 'X']},
    ]);
  });

  test.each([
    ['name', 'cannot read the condition "name"'],
    ['nmae=PORT', 'unknown field "nmae" of env-vars (did you mean "name"?)'],
    ['name.x=PORT', 'unknown field "name.x" of env-vars'],
  ])('refuses %s', (where, message) => {
    expect(() => parseWhere('env-vars', where)).toThrow(message);
  });
});

describe('select', () => {
  test('meets all conditions, in the order of the file', () => {
    expect(names('component=platform')).toEqual(['platform/RATE_LIMIT', 'platform/ADMIN_TOKEN', 'platform/LOG_LEVEL']);
    expect(names('component=platform; name!=RATE_LIMIT; name^=ADMIN')).toEqual(['platform/ADMIN_TOKEN']);
  });

  test('a list of values gives the order', () => {
    expect(names('component=platform; name=LOG_LEVEL|RATE_LIMIT|ADMIN_TOKEN')).toEqual([
      'platform/LOG_LEVEL',
      'platform/RATE_LIMIT',
      'platform/ADMIN_TOKEN',
    ]);
  });

  test('sorts up and down, numbers inside names as numbers', () => {
    expect(names('component=sdk', 'name').at(-1)).toBe('sdk/MANY_11');
    expect(names('component=sdk', '-name').at(0)).toBe('sdk/MANY_11');
    expect(() => names('component=sdk', 'nam')).toThrow('unknown field "nam"');
  });

  test('what does not exist is left out until the query names it', () => {
    expect(names('component=platform')).not.toContain('platform/GHOST');
    expect(names('exists=false')).toEqual(['platform/GHOST']);
    expect(names('component=platform; exists=true|false')).toContain('platform/GHOST');
    expect(() => names('name=GHOST')).toThrow('name exists=false to list them');
  });

  test('an entry of a list is a value', () => {
    expect(select(facts, 'plugins', 'runtimes=hermes')).toHaveLength(1);
    expect(() => select(facts, 'plugins', 'runtimes=herme')).toThrow(
      'no item has runtimes=herme (did you mean "hermes"?)',
    );
  });

  test('a query without a result is an error that says why', () => {
    expect(() => names('component=infra')).toThrow(
      'no item of env-vars matches "component=infra"; no item has component=infra; its values are platform, mcp, cli, sdk',
    );
    expect(() => names('component=sdk; name=RATE_LIMIT')).toThrow('each condition has items, but none meets all');
    expect(() => names('name=RATE_LIMITS')).toThrow('no item has name=RATE_LIMITS (did you mean "RATE_LIMIT"?)');
  });

  test('a value that no row has is an error, because the table would lack a row in silence', () => {
    expect(() => names('component=platform; name=RATE_LIMIT|ADMIN_TOKE')).toThrow(
      'no row of env-vars has name=ADMIN_TOKE here (did you mean "ADMIN_TOKEN"?)',
    );
    expect(() => names('component=platform; name=RATE_LIMIT|MANY_1')).toThrow('(but sdk/MANY_1 is there)');
    expect(() => names('component=platform; name!=MANY_1')).not.toThrow();
  });
});

describe('parseColumns', () => {
  test('labels come from the page, the table, or the field', () => {
    expect(parseColumns('env-vars', 'name, default:Falls back to: x,default_kind')).toEqual([
      {field: 'name', label: 'Variable'},
      {field: 'default', label: 'Falls back to: x'},
      {field: 'default_kind', label: 'Default kind'},
    ]);
  });

  test('without columns each table has its own, and all of its fields exist', () => {
    for (const table of TABLE_NAMES) expect(parseColumns(table, undefined).length).toBeGreaterThan(1);
  });

  test('refuses what is unknown or named twice', () => {
    expect(() => parseColumns('hosts', 'name,adress')).toThrow('unknown field "adress" of hosts');
    expect(() => parseColumns('hosts', 'name,url,name:Again')).toThrow('column "name" is named twice');
  });
});

describe('lookUp', () => {
  const value = (reference: string) => lookUp(facts, reference).value;

  test.each([
    ['env-vars.platform/RATE_LIMIT.default', '600'],
    ['tiers.T2.docker.memory_mb', 512],
    ['tiers.default-create.value', 3],
    ['api-routes.GET /workspaces/:id.notes', 'Open.'],
    ['plugins.ecc.runtimes', 'claude_code, hermes'],
    ['glossary.control plane.value.seconds', 180],
    ['cli-commands.python -m molecule_agent.purpose', 'Run'],
    ['mcp-tools.molecule-mcp wheel/list_peers.purpose', 'list_peers of molecule-mcp wheel'],
    ['mcp-tools.get_model.server', '@molecule-ai/mcp-server'],
    ['mcp-tools.count(server=@molecule-ai/mcp-server)', 2],
    ['env-vars.count()', 17],
    ['repositories.molecule-core.clone_url', 'https://code.example.org/org/molecule-core.git'],
  ])('%s', (reference, expected) => {
    expect(value(reference)).toBe(expected);
  });

  test.each([
    ['hosts', '"hosts" names no value; write table.key.field'],
    ['host.app.url', 'unknown table "host" (did you mean "hosts"?)'],
    ['hosts.ap.url', 'hosts has no item "ap" (did you mean "app"?)'],
    ['hosts.app', '"hosts.app" names an item, not a value; add one of its fields: id, name, notes'],
    ['hosts.app.urls', 'unknown field "urls" of hosts (did you mean "url"?)'],
    ['env-vars.platform/ADMIN_TOKEN.default', 'has no value in this release'],
    ['tiers.T2.docker', 'is a group of memory_mb, cpu_shares'],
    [
      'mcp-tools.list_peers.purpose',
      '2 items of mcp-tools are called "list_peers"; write one of @molecule-ai/mcp-server/list_peers',
    ],
    ['repositories.molecule-controlplane.clone_url', 'has no value in this release'],
    ['mcp-tools.count(server=x)', 'no item of mcp-tools matches "server=x"'],
  ])('refuses %s', (reference, message) => {
    expect(() => value(reference)).toThrow(message);
  });

  test('the longest key that fits is taken', () => {
    const dotted = factsFixture();
    const [app] = dotted.tables.hosts.items;
    dotted.tables.hosts.items.push({...app, id: 'app.eu', url: 'https://eu.example.org'});
    expect(lookUp(dotted, 'hosts.app.eu.url').value).toBe('https://eu.example.org');
  });
});

test('count counts', () => {
  expect(count(facts, 'env-vars', 'component=sdk')).toBe(12);
});
