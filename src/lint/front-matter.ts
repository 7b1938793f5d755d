import {parse} from 'yaml';
import type {FrontMatter} from './types';

const BLOCK = /^---\r?\n([\s\S]*?)^---[ \t]*$/m;

/** Reads the YAML at the top of a file; no front matter is the same as an empty one. */
export function readFrontMatter(source: string): FrontMatter {
  const yaml = frontMatterSource(source);
  return {...parseYaml(yaml), lineOf: (key) => lineOfKey(yaml, key)};
}

/** The YAML between the two `---`, or nothing. */
export function frontMatterSource(source: string): string {
  return source.startsWith('---') ? (BLOCK.exec(source)?.[1] ?? '') : '';
}

function parseYaml(yaml: string): Pick<FrontMatter, 'data' | 'error'> {
  try {
    const value: unknown = parse(yaml);
    return {data: isRecord(value) ? value : {}, error: undefined};
  } catch (error) {
    return {data: {}, error: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)};
  }
}

function lineOfKey(yaml: string, key: string): number {
  const index = yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  // The opening `---` is line 1, so the first line of the YAML is line 2.
  return index === -1 ? 1 : index + 2;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
