import {createHash} from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';

/** Small, synchronous steps on the disk. Synchronous, so that a step is either not begun or done when a kill arrives. */

/** Writes a whole file so that a reader sees the old text or the new one, also after a power cut. */
export function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), {recursive: true});
  const beside = `${file}.${process.pid}.tmp`;
  const handle = openSync(beside, 'w');
  try {
    const bytes = Buffer.from(text);
    let written = 0;
    // A disk that fills up may take a part of the bytes and report the lack only at the next write.
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}

/** All files below a folder, as paths relative to it, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name !== '.DS_Store')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(byText);
}

/** Copies a folder and makes sure that the bytes are on the disk before anything refers to them. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(dirname(to), {recursive: true});
  cpSync(from, to, {recursive: true, preserveTimestamps: true});
  for (const file of filesBelow(to)) {
    const handle = openSync(join(to, file), 'r');
    fsyncSync(handle);
    closeSync(handle);
  }
}

/** SHA-256 of a text or bytes, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a file. */
export function hashFile(file: string): string {
  return sha256(readFileSync(file));
}

/** Order by code units: the same on every machine, whatever its locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON as Prettier writes it, so that a generated file passes the formatter's check. Prettier itself is no part of a build. */
export function formatJson(value: unknown): string {
  return `${layOut(value, '', 0)}\n`;
}

const LINE_WIDTH = 120;

/** @param around columns that the line of the value needs besides it: its key, and the comma behind it */
function layOut(value: unknown, indent: string, around: number): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item, index) => layOut(item, inner, commaAt(index, value)));
    const line = `[${items.join(', ')}]`;
    const isFlat = value.every((item) => typeof item !== 'object' || item === null);
    if (isFlat && indent.length + around + line.length <= LINE_WIDTH) return line;
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return '{}';
    const fields = entries.map(([name, item], index) => {
      const key = `${JSON.stringify(name)}: `;
      return inner + key + layOut(item, inner, key.length + commaAt(index, entries));
    });
    return `{\n${fields.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value);
}

function commaAt(index: number, items: readonly unknown[]): number {
  return index < items.length - 1 ? 1 : 0;
}
