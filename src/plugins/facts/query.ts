import {fieldNames, hasField, valueAt} from './fields';
import {didYouMean, FactError} from './suggest';
import {columnLabel, isTableName, TABLE_NAMES, tableSpec, type Item, type TableName} from './tables';
import type {Facts} from './validate';

/** One condition of a `where`: the field has, or has not, one of the values. */
export interface Condition {
  field: string;
  operator: '=' | '!=' | '^=';
  values: string[];
}

export interface Column {
  field: string;
  label: string;
}

/** The table of this name. @throws FactError with the nearest name and the list of tables */
export function parseTable(name: string): TableName {
  if (isTableName(name)) return name;
  throw new FactError(`unknown table "${name}"${didYouMean(name, TABLE_NAMES)}; tables are ${TABLE_NAMES.join(', ')}`);
}

/** Reads `component=platform; name=PORT|RATE_LIMIT; purpose^=Days; auth!=none`. */
export function parseWhere(table: TableName, where: string): Condition[] {
  return where
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^([\w.]+)\s*(!=|\^=|=)\s*(.*)$/.exec(part);
      if (!match) {
        throw new FactError(
          `cannot read the condition "${part}"; write field=value, field=a|b, field!=value or field^=prefix`,
        );
      }
      const [, field = '', operator = '=', values = ''] = match;
      return {
        field: checkField(table, field),
        operator: operator as Condition['operator'],
        values: values.split('|').map((value) => value.trim()),
      };
    });
}

/** Reads `name,default:Falls back to,purpose`; the table's own columns when there is nothing to read. */
export function parseColumns(table: TableName, columns: string | undefined): Column[] {
  const parts = columns === undefined ? tableSpec(table).columns : columns.split(',');
  const parsed = parts.map((part) => {
    const [field = '', ...label] = part.trim().split(':');
    checkField(table, field.trim());
    return {
      field: field.trim(),
      label: label.join(':').trim() || columnLabel(table, field.trim()),
    };
  });
  const repeated = parsed.find((column, index) =>
    parsed.some((other, otherIndex) => otherIndex < index && other.field === column.field),
  );
  if (repeated) throw new FactError(`column "${repeated.field}" is named twice`);
  return parsed;
}

/**
 * The items of a table that meet all conditions. A table never shrinks in silence: a query that
 * finds nothing, and a named value that no row has, are errors.
 */
export function select(facts: Facts, table: TableName, where: string, sort?: string): Item[] {
  const conditions = parseWhere(table, where);
  const namesExists = conditions.some(({field}) => field === 'exists');
  const all = facts.tables[table].items;
  const known = namesExists ? all : all.filter((item) => item.exists !== false);
  const rows = known.filter((item) => conditions.every((condition) => meets(item, condition)));

  if (rows.length === 0) {
    const hint = all.some((item) => conditions.every((condition) => meets(item, condition)))
      ? '; the items that would match have "exists": false, so name exists=false to list them'
      : hintFor(known, conditions);
    throw new FactError(`no item of ${table} matches "${where}"${hint}`);
  }
  for (const condition of conditions) refuseUnusedValues(table, known, rows, condition);
  return sort === undefined ? inOrderAsked(rows, conditions) : sorted(table, rows, sort);
}

/** The number of items that meet the conditions. */
export const count = (facts: Facts, table: TableName, where: string): number => select(facts, table, where).length;

/**
 * The value that `table.key.field` names, e.g. `env-vars.platform/RATE_LIMIT.default`, or the
 * number of rows of `table.count(conditions)`. Keys may hold dots; the longest that fits is taken.
 */
export function lookUp(facts: Facts, reference: string): {table: TableName; field: string; value: unknown} {
  const dot = reference.indexOf('.');
  if (dot === -1) {
    throw new FactError(`"${reference}" names no value; write table.key.field, e.g. hosts.app.url`);
  }
  const table = parseTable(reference.slice(0, dot));
  const rest = reference.slice(dot + 1);

  const counted = /^count\((.*)\)$/s.exec(rest);
  if (counted) return {table, field: 'count', value: count(facts, table, counted[1] ?? '')};

  const {item, key} = findItem(facts, table, rest);
  const field = rest.slice(key.length + 1);
  if (field === '') {
    throw new FactError(
      `"${reference}" names an item, not a value; add one of its fields: ${fieldNames(table).join(', ')}`,
    );
  }
  checkField(table, field);
  return {table, field, value: plainValue(reference, valueAt(item, field))};
}

function findItem(facts: Facts, table: TableName, rest: string): {item: Item; key: string} {
  const spec = tableSpec(table);
  const {items} = facts.tables[table];
  const fits = (key: string) => rest === key || rest.startsWith(`${key}.`);
  const keys = items.flatMap((item) => [spec.key(item), spec.shortKey?.(item) ?? spec.key(item)]);
  const key = keys.filter(fits).sort((a, b) => b.length - a.length)[0];
  if (key === undefined) {
    const written = rest.replace(/\.[^.]*$/, '');
    throw new FactError(`${table} has no item "${written}"${didYouMean(written, keys)}`);
  }
  const owners = items.filter((item) => spec.key(item) === key || spec.shortKey?.(item) === key);
  // What exists wins over a namesake that does not.
  const real = owners.filter((item) => item.exists !== false);
  const [item, second] = real.length > 0 ? real : owners;
  if (item === undefined || second !== undefined) {
    throw new FactError(
      `${owners.length} items of ${table} are called "${key}"; write one of ${owners.map(spec.key).join(', ')}`,
    );
  }
  return {item, key};
}

/** Text, numbers, booleans and lists of them can stand in a sentence; nothing and objects cannot. */
function plainValue(reference: string, value: unknown): unknown {
  const isPlain = (entry: unknown) => ['string', 'number', 'boolean'].includes(typeof entry);
  if (value === null || value === undefined || value === '') {
    throw new FactError(`"${reference}" has no value in this release`);
  }
  if (isPlain(value)) return value;
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain)) return value.join(', ');
  throw new FactError(
    `"${reference}" is ${Array.isArray(value) ? 'a list' : `a group of ${Object.keys(value).join(', ')}`}; name one value`,
  );
}

function checkField(table: TableName, field: string): string {
  if (hasField(table, field)) return field;
  const fields = fieldNames(table);
  throw new FactError(
    `unknown field "${field}" of ${table}${didYouMean(field, fields)}; fields are ${fields.join(', ')}`,
  );
}

/** The texts that a condition is compared with: each entry of a list counts. */
function comparable(item: Item, field: string): string[] {
  const value = valueAt(item, field);
  // Only things that are not there carry `exists`, so its absence means true.
  if (field === 'exists') return [String(value ?? true)];
  if (Array.isArray(value)) return value.map(String);
  return value === undefined ? [] : [String(value)];
}

const has = (item: Item, {field, operator}: Condition, wanted: string): boolean =>
  comparable(item, field).some((value) => (operator === '^=' ? value.startsWith(wanted) : value === wanted));

function meets(item: Item, condition: Condition): boolean {
  const any = condition.values.some((wanted) => has(item, condition, wanted));
  return condition.operator === '!=' ? !any : any;
}

/** Why nothing was found, when a single condition already finds nothing. */
function hintFor(items: Item[], conditions: Condition[]): string {
  const empty = conditions.find((condition) => !items.some((item) => meets(item, condition)));
  if (!empty) return '; each condition has items, but none meets all of them';
  const values = new Set(items.flatMap((item) => comparable(item, empty.field)));
  const near = didYouMean(empty.values[0] ?? '', values);
  const all = near === '' && values.size <= 15 ? `; its values are ${[...values].join(', ')}` : near;
  return `; no item has ${empty.field}${empty.operator}${empty.values.join('|')}${all}`;
}

function refuseUnusedValues(table: TableName, known: Item[], rows: Item[], condition: Condition): void {
  // A value that is excluded may well be absent already: only what is asked for must be there.
  if (condition.operator === '!=') return;
  const unused = condition.values.filter((value) => !rows.some((item) => has(item, condition, value)));
  const [first] = unused;
  if (first === undefined) return;
  const elsewhere = known.find((item) => has(item, condition, first));
  const hint = elsewhere
    ? ` (but ${tableSpec(table).key(elsewhere)} is there)`
    : didYouMean(first, new Set(known.flatMap((item) => comparable(item, condition.field))));
  throw new FactError(
    `no row of ${table} has ${condition.field}${condition.operator}${unused.join('|')} here${hint}; take it out or add it to the facts of this release`,
  );
}

/** `name=B|A` asks for B before A; without such a list the order of the file stays. */
function inOrderAsked(rows: Item[], conditions: Condition[]): Item[] {
  const lists = conditions.filter(({operator, values}) => operator === '=' && values.length > 1);
  const place = (item: Item, condition: Condition) =>
    condition.values.findIndex((value) => has(item, condition, value));
  return [...rows].sort((a, b) => lists.reduce((order, list) => order || place(a, list) - place(b, list), 0));
}

function sorted(table: TableName, rows: Item[], sort: string): Item[] {
  const descending = sort.startsWith('-');
  const field = checkField(table, descending ? sort.slice(1) : sort);
  const compare = (a: Item, b: Item): number => {
    const [left, right] = [valueAt(a, field), valueAt(b, field)];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    // A fixed locale: the order of a table must not depend on the machine that builds it.
    return String(left ?? '').localeCompare(String(right ?? ''), 'en', {numeric: true});
  };
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
}
