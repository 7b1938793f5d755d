import * as z from 'zod';

/** `repo:path` or `repo:path:line`: where in the source code a fact was read. */
const sourceRef = z.string().regex(/^[\w.@-]+:[^\s:]+(:\d+)?$/, 'expected "repo:path" or "repo:path:line"');

/** Every item says where it comes from; an item without a source is an opinion. */
export const sources = z.array(sourceRef).min(1, 'expected at least one "repo:path:line"');
export const source = sourceRef;

export const text = z.string().min(1, 'expected text, got an empty string');
export const textList = z.array(text);
export const notes = textList.min(1, 'leave "notes" out instead of an empty list').optional();

/** `false` marks a thing that readers ask for and that is not there; absent means it exists. */
export const exists = z.literal(false).optional();
export const useInstead = text.nullable().optional();

/** The shape of a whole facts file: where it was read, and its items, with the extras of that file. */
export function factsFile<Item extends z.ZodType, Extras extends z.ZodRawShape>(item: Item, extras: Extras) {
  return z.strictObject({
    $source: textList.min(1, 'expected at least one "owner/repo@commit"'),
    ...extras,
    items: z.array(item).min(1, 'expected at least one item'),
  });
}
