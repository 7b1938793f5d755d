import type * as z from 'zod';
import * as cell from './cells';
import type {Cell} from './cells';
import {apiRoute, apiRoutesFile} from './schemas/api-routes';
import {channel, channelsFile} from './schemas/channels';
import {cliCommand, cliCommandsFile} from './schemas/cli-commands';
import {envVar, envVarsFile} from './schemas/env-vars';
import {errorCode, errorCodesFile} from './schemas/error-codes';
import {glossaryFile, glossaryTerm} from './schemas/glossary';
import {host, hostsFile} from './schemas/hosts';
import {mcpTool, mcpToolsFile} from './schemas/mcp-tools';
import {pluginItem, pluginsFile} from './schemas/plugins';
import {repositoriesFile, repository} from './schemas/repositories';
import {runtime, runtimesFile} from './schemas/runtimes';
import {tierItem, tiersFile} from './schemas/tiers';
import {wsEvent, wsEventsFile} from './schemas/ws-events';
import {shortSlug, slug} from './slug';

interface Table<Item> {
  /** What the rows are, in the words of a reader: labels the table and its filter. */
  title: string;
  file: z.ZodType;
  item: z.ZodType;
  /** The one name of an item within its table; two items with the same name are an error. */
  key: (item: Item) => string;
  /** A shorter name that pages may use as long as only one item has it. */
  shortKey?: (item: Item) => string;
  /** Anchor of the item's row, and what to append when the page has that anchor already. */
  anchor: (item: Item) => string;
  anchorSuffix?: (item: Item) => string;
  /** Columns of a `<Facts>` that names none. */
  columns: string[];
  /** Header of a column, where the field's own name would not do. */
  labels?: Record<string, string>;
  /** Fields that are computed from the file when it is read, and so are not in the schema. */
  derived?: string[];
  /** How a field is shown; a field that is not here is shown as text. */
  cells: Record<string, Cell<Item>>;
}

/** An item whose table is only known at run time, as when a page names it. */
export type Item = Record<string, unknown>;
export type TableSpec = Table<Item>;

function table<Schema extends z.ZodType>(
  item: Schema,
  file: z.ZodType,
  rest: Omit<Table<z.infer<Schema>>, 'item' | 'file'>,
): TableSpec {
  // Every item has passed its schema before a key, anchor or cell sees it.
  return {item, file, ...rest} as unknown as TableSpec;
}

const code = cell.asCode;

export const TABLES = {
  runtimes: table(runtime, runtimesFile, {
    title: 'runtimes',
    key: (item) => item.id,
    anchor: (item) => `runtime-${item.id}`,
    columns: ['name', 'id', 'strength', 'auth_env', 'default_model'],
    labels: {
      name: 'Runtime',
      strength: 'Good at',
      auth_env: 'Required key',
      optional_auth_env: 'Optional keys',
      legacy_local_tag: 'Local image tag',
      canvas_display_name: 'Name in the canvas',
      provision_timeout_minutes: 'Provision timeout (minutes)',
      is_default: 'Default',
    },
    cells: {
      id: code,
      image: code,
      legacy_local_tag: code,
      template_repo: code,
      manifest_name: code,
      auth_env: code,
      optional_auth_env: code,
      default_model: code,
    },
  }),
  'env-vars': table(envVar, envVarsFile, {
    title: 'environment variables',
    key: (item) => `${item.component}/${item.name}`,
    anchor: (item) => `env-${item.name}`,
    anchorSuffix: (item) => slug(item.component),
    columns: ['name', 'default', 'required', 'purpose'],
    labels: {name: 'Variable', injected: 'Set by the platform'},
    cells: {name: cell.variableName as Cell<unknown>, default: cell.variableDefault as Cell<unknown>},
  }),
  tiers: table(tierItem, tiersFile, {
    title: 'tiers',
    key: (item) => item.id,
    anchor: (item) => `tier-${item.id}`,
    columns: ['id', 'name', 'description'],
    labels: {
      id: 'Tier',
      'docker.memory_mb': 'Memory (MB)',
      'docker.cpu_shares': 'CPU shares',
      'docker.cpus': 'CPUs',
      'docker.privileged': 'Privileged',
      'docker.pid_host': 'Host PID namespace',
      'docker.host_network': 'Host network',
      'docker.docker_socket': 'Docker socket',
      'docker.readonly_rootfs': 'Read-only root',
      'docker.tmpfs': 'tmpfs',
      'docker.workspace_mount': '/workspace mount',
      'docker.memory_env': 'Memory variable',
      'docker.cpu_env': 'CPU variable',
      'ec2.instance_type': 'Instance type',
      'ec2.volume_gb': 'Volume (GB)',
      'ec2.clamped_to': 'Runs as',
      'ec2.status': 'On EC2',
      'fly.memory_mb': 'Memory (MB)',
      'fly.cpus': 'CPUs',
    },
    cells: {
      'docker.tmpfs': code,
      'docker.memory_env': code,
      'docker.cpu_env': code,
      'ec2.instance_type': code,
    },
  }),
  'api-routes': table(apiRoute, apiRoutesFile, {
    title: 'routes',
    key: (item) => `${item.method} ${item.path}`,
    anchor: (item) => `route-${slug(`${item.method} ${item.path}`)}`,
    anchorSuffix: (item) => item.surface,
    columns: ['method', 'path', 'auth', 'purpose'],
    labels: {auth_detail: 'Who may call', handler_file: 'Source file'},
    cells: {method: code, path: code, handler: code, handler_file: code, use_instead: code},
  }),
  'mcp-tools': table(mcpTool, mcpToolsFile, {
    title: 'tools',
    // Several servers offer a tool of the same name, each with its own parameters.
    key: (item) => `${item.server}/${item.name}`,
    shortKey: (item) => item.name,
    anchor: (item) => `tool-${item.name}`,
    anchorSuffix: (item) => slug(item.server),
    columns: ['name', 'params', 'purpose'],
    labels: {name: 'Tool', params: 'Parameters', api_route: 'Route'},
    cells: {name: code, params: cell.toolParams, api_route: code},
  }),
  'ws-events': table(wsEvent, wsEventsFile, {
    title: 'events',
    key: (item) => item.event,
    anchor: (item) => `event-${item.event}`,
    columns: ['event', 'emitted_when', 'payload'],
    labels: {emitted_when: 'When', persisted: 'Stored', canvas_handled: 'Canvas reacts'},
    cells: {event: code, payload: cell.payloadFields, use_instead: code},
  }),
  'error-codes': table(errorCode, errorCodesFile, {
    title: 'errors',
    key: (item) => `${item.surface}/${item.status ?? item.code ?? 'none'}/${item.message}`,
    shortKey: (item) => item.message,
    anchor: (item) => `error-${shortSlug(item.message)}`,
    anchorSuffix: (item) => slug(`${item.surface} ${item.status ?? ''}`),
    columns: ['status', 'message', 'cause', 'fix'],
    labels: {fix: 'What to do'},
    cells: {code, message: code},
  }),
  'cli-commands': table(cliCommand, cliCommandsFile, {
    title: 'commands',
    key: (item) => `${item.cli} ${item.command}`.trim(),
    anchor: (item) => `cli-${slug(`${item.cli} ${item.command}`)}`,
    columns: ['command', 'args', 'flags', 'purpose'],
    labels: {cli: 'Program', args: 'Arguments', api_route: 'Route'},
    cells: {
      cli: code,
      command: cell.cliCommandName as Cell<unknown>,
      args: cell.cliArgs,
      flags: cell.cliFlags,
      api_route: code,
      use_instead: code,
    },
  }),
  plugins: table(pluginItem, pluginsFile, {
    title: 'plugins',
    key: (item) => item.name,
    anchor: (item) => `plugin-${item.name}`,
    columns: ['name', 'kind', 'runtimes', 'purpose'],
    labels: {name: 'Plugin', env: 'Variables', repo: 'Repository'},
    cells: {
      name: code,
      repo: code,
      version: code,
      runtimes: code,
      skills: code,
      hooks: code,
      commands: code,
      rules: code,
      env: code,
    },
  }),
  channels: table(channel, channelsFile, {
    title: 'channel adapters',
    key: (item) => item.type,
    anchor: (item) => `channel-${item.type}`,
    columns: ['display_name', 'type', 'fields', 'inbound', 'outbound'],
    labels: {display_name: 'Channel', type: 'channel_type', env: 'Variables'},
    cells: {type: code, fields: cell.channelFields, env: code},
  }),
  glossary: table(glossaryTerm, glossaryFile, {
    title: 'terms',
    key: (item) => item.term,
    anchor: (item) => `term-${slug(item.term)}`,
    columns: ['term', 'meaning', 'not_to_be_confused_with'],
    labels: {not_to_be_confused_with: 'Not to be confused with', aliases: 'Also called'},
    cells: {},
  }),
  hosts: table(host, hostsFile, {
    title: 'hosts',
    key: (item) => item.id,
    anchor: (item) => `host-${item.id}`,
    columns: ['name', 'url', 'purpose'],
    labels: {url: 'Address'},
    cells: {id: code, url: cell.address},
  }),
  repositories: table(repository, repositoriesFile, {
    title: 'repositories',
    key: (item) => item.id,
    anchor: (item) => `repository-${item.id}`,
    columns: ['id', 'visibility'],
    labels: {id: 'Repository', ref: 'Commit', url: 'Address', clone_url: 'Clone'},
    derived: ['url', 'clone_url'],
    cells: {id: code, ref: code, url: cell.address, clone_url: code},
  }),
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** Whether there is a table of facts of this name. */
export const isTableName = (name: string): name is TableName => Object.hasOwn(TABLES, name);

/** The specification of a table whose name is only known at run time. */
export const tableSpec = (name: TableName): TableSpec => TABLES[name];

/** `auth_env` becomes "Auth env", unless the table has a better word. */
export function columnLabel(name: TableName, field: string): string {
  const words = (field.split('.').at(-1) ?? field).replaceAll('_', ' ');
  return tableSpec(name).labels?.[field] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
