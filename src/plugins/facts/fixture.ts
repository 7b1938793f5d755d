import {mkdirSync, mkdtempSync, realpathSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {TABLE_NAMES, type Item, type TableName} from './tables';
import {validateTable, type Facts} from './validate';

/** A small release for the tests of this room: two or three items a table, each there for a reason. */

const sources = ['molecule-core:a.go:1'];
const envVar = (name: string, component: string, rest: Item = {}): Item => ({
  name,
  component,
  default: null,
  default_kind: null,
  required: false,
  secret: false,
  purpose: `Purpose of ${name}`,
  injected: false,
  sources,
  ...rest,
});
const docker = {
  memory_mb: 512,
  cpu_shares: 1024,
  cpus: 1,
  privileged: false,
  pid_host: false,
  host_network: false,
  docker_socket: false,
  readonly_rootfs: false,
  tmpfs: null,
  workspace_mount: true,
  memory_env: 'TIER2_MEMORY_MB',
  cpu_env: null,
};
const runtime = (id: string, name: string, allowlisted = true): Item => ({
  id,
  name,
  kind: 'cli',
  strength: `Strength of ${name}`,
  image: null,
  legacy_local_tag: null,
  template_repo: null,
  manifest_name: null,
  auth_env: [],
  optional_auth_env: [],
  default_model: null,
  allowlisted,
  canvas_display_name: null,
  provision_timeout_minutes: null,
  is_default: false,
  sources,
});
const route = (method: string, routePath: string, rest: Item = {}): Item => ({
  method,
  path: routePath,
  surface: 'platform',
  area: 'Workspaces',
  auth: 'none',
  auth_detail: null,
  rate_limit: null,
  handler: null,
  handler_file: null,
  purpose: `Purpose of ${method} ${routePath}`,
  sources,
  ...rest,
});
const tool = (name: string, server: string, params: Item[] = []): Item => ({
  name,
  server,
  purpose: `${name} of ${server}`,
  params,
  api_route: null,
  sources,
});

const ITEMS: Record<TableName, Item[]> = {
  runtimes: [
    runtime('claude-code', 'Claude Code'),
    runtime('langgraph', 'LangGraph'),
    runtime('crewai', 'CrewAI'),
    runtime('autogen', 'AutoGen'),
    runtime('hermes', 'Hermes'),
    runtime('external', 'External agent', false),
  ],
  'env-vars': [
    envVar('RATE_LIMIT', 'platform', {default: '600', default_kind: 'literal'}),
    envVar('ADMIN_TOKEN', 'platform', {secret: true, required: true}),
    envVar('LOG_LEVEL', 'platform', {default: 'auto-detected', default_kind: 'described'}),
    envVar('RATE_LIMIT', 'mcp', {default: '60', default_kind: 'literal'}),
    envVar('RATE_LIMIT', 'cli'),
    envVar('GHOST', 'platform', {exists: false}),
    ...Array.from({length: 12}, (_, index) => envVar(`MANY_${index}`, 'sdk')),
  ],
  tiers: [
    {
      id: 'T2',
      kind: 'tier',
      tier: 2,
      name: 'Standard',
      description: 'Ordinary container',
      docker,
      ec2: {instance_type: 't3.large', volume_gb: 80, clamped_to: 'T4', status: 'reserved'},
      sources,
    },
    {id: 'default-create', kind: 'rule', description: 'Tier when none is given', value: 3, sources},
  ],
  'api-routes': [route('POST', '/workspaces'), route('GET', '/workspaces/:id', {notes: ['Open.']})],
  'mcp-tools': [
    tool('list_peers', '@molecule-ai/mcp-server', [
      {name: 'workspace_id', type: 'string', required: true},
      {name: 'scope', type: 'enum', required: false, enum: ['LOCAL', 'TEAM', ''], default: 'LOCAL'},
    ]),
    tool('list_peers', 'molecule-mcp wheel'),
    tool('get_model', '@molecule-ai/mcp-server'),
  ],
  'ws-events': [
    {
      event: 'WORKSPACE_ONLINE',
      persisted: true,
      delivery: 'WebSocket',
      payload: [
        {name: 'url', type: 'string', optional: false},
        {name: 'tier', type: 'number', optional: true},
      ],
      emitted_when: 'Agent registered',
      canvas_handled: true,
      sources,
    },
  ],
  'error-codes': [
    {surface: 'http-api', status: 400, code: null, message: 'bot_token is required', cause: 'c', fix: 'f', sources},
  ],
  'cli-commands': [
    {
      cli: 'molecule',
      command: 'workspace list',
      args: ['workspace-id', '[note]'],
      flags: [{name: '--output', short: '-o', type: 'string', default: 'table', required: false, purpose: 'Format'}],
      purpose: 'List workspaces',
      api_route: null,
      sources,
    },
    {cli: 'python -m molecule_agent', command: '', args: [], flags: [], purpose: 'Run', api_route: null, sources},
  ],
  plugins: [
    {
      name: 'ecc',
      kind: 'skill',
      repo: 'Molecule-AI/ecc',
      version: null,
      runtimes: ['claude_code', 'hermes'],
      skills: [],
      hooks: [],
      commands: [],
      rules: [],
      env: [],
      purpose: 'Guardrails',
      sources,
    },
  ],
  channels: [
    {
      type: 'telegram',
      display_name: 'Telegram',
      fields: [
        {
          key: 'bot_token',
          type: 'password',
          required: true,
          sensitive: true,
          encrypted_at_rest: true,
          source: sources[0],
        },
        {key: 'chat_id', type: 'text', required: false, sensitive: false, encrypted_at_rest: false, source: sources[0]},
      ],
      env: [],
      inbound: 'polling',
      outbound: null,
      limits: {message_chars: 4096},
      validation: [],
      sources,
    },
  ],
  glossary: [
    {term: 'peer', meaning: 'Another workspace', not_to_be_confused_with: '', aliases: [], see: [], sources},
    {
      term: 'control plane',
      meaning: 'What hosts tenants',
      not_to_be_confused_with: '',
      aliases: ['CP'],
      see: [],
      value: {seconds: 180},
      sources,
    },
  ],
  hosts: [
    {id: 'app', name: 'Dashboard', url: 'https://app.example.org', purpose: 'p', sources},
    {id: 'tenant', name: 'Tenant', url: 'https://<your-tenant>.example.org', purpose: 'p', sources},
  ],
  repositories: [
    {id: 'molecule-core', ref: 'abc123', visibility: 'public', sources},
    {id: 'molecule-controlplane', ref: 'def456', visibility: 'private', sources},
  ],
};

const EXTRAS: Partial<Record<TableName, Item>> = {
  'api-routes': {
    router: 'router.go',
    auth_kinds: {none: 'Open'},
    tenant_guard: {description: 'd', exempt: ['/health'], source: sources[0]},
  },
  'mcp-tools': {protocol_version: '2024-11-05'},
  'ws-events': {
    message: {fields: ['event'], source: sources[0]},
    sse_envelope: {fields: ['type'], source: sources[0]},
  },
  plugins: {install_sources: [{scheme: 'local', requires_ref: false, source: sources[0]}]},
  channels: {encrypted_fields: ['bot_token'], masked_in_list: ['bot_token']},
  repositories: {code_host: 'https://code.example.org/org', file_path: '{host}/{repo}/blob/{ref}/{path}#L{line}'},
};

/** The content of one facts file, to be broken by a test. */
export function fileContent(name: TableName): {$source: string[]; items: Item[]} & Item {
  return structuredClone({$source: ['owner/repo@commit'], ...EXTRAS[name], items: ITEMS[name]});
}

/** The facts of the small release, without a disk. */
export function factsFixture(release = '/site/docs'): Facts {
  const tables = TABLE_NAMES.map((name) => {
    const {table, problems} = validateTable(name, name, fileContent(name));
    if (!table) throw new Error(problems.join('\n'));
    return [name, table];
  });
  return {release, tables: Object.fromEntries(tables)};
}

/** Writes the small release into a new site folder below the temporary one; returns that site folder. */
export function writeSite(release = 'docs'): string {
  const site = realpathSync(mkdtempSync(path.join(tmpdir(), 'facts-')));
  const folder = path.join(site, release, '_facts');
  mkdirSync(folder, {recursive: true});
  for (const name of TABLE_NAMES) {
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(fileContent(name)));
  }
  return site;
}
