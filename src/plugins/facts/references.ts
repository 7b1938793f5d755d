import {lookUp} from './query';
import {isTableName} from './tables';
import type {Facts} from './validate';

/** A `{{table.key.field}}` of a text, with the place where it stands. */
export interface Reference {
  written: string;
  reference: string;
  offset: number;
}

/** Finds `{{table.key.field}}`; other double braces (Go templates, Mermaid shapes) are not ours. */
export function references(value: string): Reference[] {
  return [...value.matchAll(/\{\{\s*([a-z][a-z-]*)\.([^{}]+?)\s*\}\}/g)]
    .filter(([, name = '']) => isTableName(name))
    .map((match) => ({
      written: match[0],
      reference: `${match[1]}.${match[2]}`,
      offset: match.index,
    }));
}

/** The text that a reference stands for. */
export const referenceText = (facts: Facts, reference: string): string => String(lookUp(facts, reference).value);
