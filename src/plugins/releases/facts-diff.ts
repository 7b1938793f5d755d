import {TABLES, tableSpec, type Item, type TableName} from '../facts/tables';
import type {Facts} from '../facts/validate';

/** A field of one item that has another value in the newer release. */
export type FieldChange = {field: string; before: string; after: string};

export type FactsTableChange = {
  table: TableName;
  /** What the items are, in words ("environment variables"). */
  title: string;
  added: {key: string; note: string}[];
  removed: {key: string; note: string}[];
  changed: {key: string; fields: FieldChange[]}[];
  /** Keys of new and of changed items that somebody has to set now. */
  toSet: string[];
};

/** Wording and provenance are no change of the product; a default, a limit, an image or a credential is. */
const NOT_A_CHANGE = new Set([
  'sources', 'source', 'notes', 'purpose', 'description', 'handler', 'handler_file', 'meaning', 'see', 'aliases',
  'not_to_be_confused_with', 'strength', 'ref', 'url', 'condition', 'auth_detail', 'default_kind', 'cause', 'fix', 'note',
]); // prettier-ignore

/** Tables that say something about the product, the most asked for first. The rest is about the docs themselves. */
const ORDER: readonly TableName[] = [
  'env-vars', 'api-routes', 'mcp-tools', 'runtimes', 'tiers', 'hosts', 'channels', 'plugins', 'cli-commands', 'ws-events', 'error-codes',
]; // prettier-ignore

/** What two releases' facts differ in, by table; tables without a difference are left out. */
export function compareFacts(before: Facts, after: Facts): FactsTableChange[] {
  return ORDER.map((name) => compareTable(name, before, after)).filter(
    ({added, removed, changed}) => added.length + removed.length + changed.length > 0,
  );
}

function compareTable(name: TableName, before: Facts, after: Facts): FactsTableChange {
  const old = byKey(name, before);
  const fresh = byKey(name, after);
  const changed: FactsTableChange['changed'] = [];
  for (const [key, item] of fresh) {
    const was = old.get(key);
    const fields = was ? fieldChanges(was, item) : [];
    if (fields.length > 0) changed.push({key, fields});
  }
  const only = (items: Map<string, Item>, others: Map<string, Item>) =>
    [...items].filter(([key]) => !others.has(key)).map(([key, item]) => ({key, note: noteOf(item)}));
  const toSet = [...fresh].filter(([key, item]) => hasToBeSet(item) && !hasToBeSet(old.get(key))).map(([key]) => key);
  return {table: name, title: TABLES[name].title, added: only(fresh, old), removed: only(old, fresh), changed, toSet};
}

/** Required, and not set by the platform itself. */
function hasToBeSet(item: Item | undefined): boolean {
  return item?.['required'] === true && item['injected'] !== true;
}

/** Items that exist: an entry with `exists: false` is there to tell readers that the thing is not. */
function byKey(name: TableName, facts: Facts): Map<string, Item> {
  const {key} = tableSpec(name);
  return new Map(
    facts.tables[name].items.filter((item) => item['exists'] !== false).map((item) => [key(item), item] as const),
  );
}

function noteOf(item: Item): string {
  const note = item['purpose'] ?? item['description'] ?? item['strength'] ?? item['meaning'] ?? '';
  return typeof note === 'string' ? note : '';
}

function fieldChanges(before: Item, after: Item): FieldChange[] {
  const old = flat(before);
  const fresh = flat(after);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((field) => (old.get(field) ?? '') !== (fresh.get(field) ?? ''))
    .map((field) => ({field: field.replaceAll('_', ' '), before: old.get(field) ?? '', after: fresh.get(field) ?? ''}));
}

/** `{ec2: {instance_type: 't3'}}` as `ec2 instance_type: t3`, without what is no change. */
function flat(item: Item, prefix = ''): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [field, value] of Object.entries(item)) {
    if (NOT_A_CHANGE.has(field) || value === null || value === undefined) continue;
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, text] of flat(value as Item, `${prefix}${field} `)) fields.set(inner, text);
    } else {
      fields.set(prefix + field, Array.isArray(value) ? value.map(entryText).join(', ') : String(value));
    }
  }
  return fields;
}

/** A parameter or field of a list, by its name and what is needed to call it. */
function entryText(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const item = entry as Item;
  const name = item['name'] ?? item['key'] ?? item['field'];
  if (name === undefined) return JSON.stringify(entry);
  return `${String(name)}${item['required'] === true ? ' (required)' : ''}`;
}
