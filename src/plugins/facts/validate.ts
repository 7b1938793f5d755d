import type * as z from 'zod';
import {withAddresses} from './repositories';
import {TABLES, tableSpec, type Item, type TableName} from './tables';

/** One facts file after its schema: its items, and what the file says beside them. */
export interface FactsTable {
  items: Item[];
  extras: Record<string, unknown>;
}

/** All facts of one release. */
export interface Facts {
  /** The release folder that holds `_facts`. */
  release: string;
  tables: Record<TableName, FactsTable>;
}

export type Validated = {table: FactsTable; problems: []} | {table: null; problems: string[]};

/** Checks the parsed content of one facts file; a problem names file, item, field and what is expected. */
export function validateTable(name: TableName, fileLabel: string, content: unknown): Validated {
  const result = TABLES[name].file.safeParse(content);
  if (!result.success) {
    return {
      table: null,
      problems: result.error.issues.map((issue) => `${fileLabel}: ${describe(name, content, issue)}`),
    };
  }
  const data = name === 'repositories' ? withAddresses(result.data as never) : result.data;
  const {items, ...extras} = data as {items: Item[]};

  const problems = repeatedKeys(name, items).map(
    (key) => `${fileLabel}: item ${key}: two items have this name; it has to be unique in the file`,
  );
  return problems.length > 0 ? {table: null, problems} : {table: {items, extras}, problems: []};
}

function repeatedKeys(name: TableName, items: Item[]): string[] {
  const keys = items.map(tableSpec(name).key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

function describe(name: TableName, content: unknown, issue: z.core.$ZodIssue): string {
  const [top, index, ...rest] = issue.path;
  if (top !== 'items' || typeof index !== 'number') {
    return `${issue.path.length > 0 ? `field ${issue.path.join('.')}: ` : ''}${issue.message}`;
  }
  const field = rest.length > 0 ? `, field ${rest.map(String).join('.')}` : '';
  return `item ${itemName(name, content, index)}${field}: ${issue.message}`;
}

/** The key of an item that failed its schema, or its place in the file when it has no usable key. */
function itemName(name: TableName, content: unknown, index: number): string {
  try {
    const key = tableSpec(name).key((content as {items: Item[]}).items[index] as Item);
    return key.includes('undefined') ? `number ${index + 1}` : key;
  } catch {
    return `number ${index + 1}`;
  }
}
