import type * as z from 'zod';
import {tableSpec, type Item, type TableName} from './tables';

/** The parts of a zod schema that lead to further fields. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
}

/** Whether the schema of a table has the dotted field, e.g. `docker.memory_mb` of tiers. */
export function hasField(name: TableName, field: string): boolean {
  const {item, derived} = tableSpec(name);
  return (derived ?? []).includes(field) || schemaHas(item, field.split('.'));
}

/** The top-level fields of a table, for the mend of an error. */
export function fieldNames(name: TableName): string[] {
  const {item, derived} = tableSpec(name);
  return [...new Set([...ownFields(item), ...(derived ?? [])])].sort();
}

/** The value at a dotted field; undefined where the item has none. */
export function valueAt(item: Item, field: string): unknown {
  let value: unknown = item;
  for (const part of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Item)[part];
  }
  return value;
}

const definition = (schema: z.ZodType) => schema.def as unknown as Definition;

function schemaHas(schema: z.ZodType, parts: string[]): boolean {
  const [head, ...tail] = parts;
  if (head === undefined) return true;
  const def = definition(schema);
  if (def.type === 'object') {
    const next = def.shape?.[head];
    return next !== undefined && schemaHas(next, tail);
  }
  if (def.type === 'record') return tail.length === 0;
  if (def.type === 'union') return (def.options ?? []).some((option) => schemaHas(option, parts));
  // optional and nullable wrap the schema that has the fields
  return def.innerType !== undefined && schemaHas(def.innerType, parts);
}

function ownFields(schema: z.ZodType): string[] {
  const def = definition(schema);
  if (def.type === 'union') return (def.options ?? []).flatMap(ownFields);
  return Object.keys(def.shape ?? {});
}
