import path from 'node:path';
import type {VFile} from 'vfile';

/** Something wrong at one place of a page, said with its mend. */
export interface PageProblem {
  line: number;
  column: number;
  message: string;
}

/** A point of a node, counted from 1 as editors do. */
export interface Point {
  line: number;
  column: number;
}

/** The point that lies `offset` characters into a text that starts at `start`. */
export function pointInside(start: Point, value: string, offset: number): Point {
  const lines = value.slice(0, offset).split('\n');
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? {line: start.line, column: start.column + offset}
    : {line: start.line + lines.length - 1, column: last.length + 1};
}

/** Stops the build of a page with every problem it has, each as `file:line:column: message`. */
export function failOn(problems: PageProblem[], file: Pick<VFile, 'path' | 'cwd'>): void {
  if (problems.length === 0) return;
  const name = path.relative(file.cwd, file.path);
  const ordered = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  throw new Error(ordered.map(({line, column, message}) => `${name}:${line}:${column}: ${message}`).join('\n'));
}
