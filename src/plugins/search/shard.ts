/**
 * The two files that a reader's browser loads for one release. `heads` is small and answers at once: titles, headings,
 * descriptions, keywords. `full` adds what the sections say. Both are plain JSON in parallel lists, because a list of
 * like things is what brotli packs best.
 */

export type PageEntry = [
  path: string,
  title: string,
  description: string,
  keywords: string,
  section: string,
  weight: number,
  /** What the sidebar calls the page, where that is not its title. */
  label: string,
];
/** Level 1 is the opening of the next page and has neither anchor nor heading. The anchor is a short one, see below. */
export type HeadEntry = [level: number, anchor: string, heading: string];
/** A row of a facts table; its anchor, too, is a short one. */
export type RowEntry = [anchor: string, name: string, text: string];

export interface Heads {
  /** Docusaurus's name of the version: `current`, `2026.05`. */
  version: string;
  language: string;
  tag: string;
  /** As the site shows the release: "Next", "2026.05". */
  label: string;
  /** Origin and base of the site, without a slash at the end. */
  site: string;
  pages: PageEntry[];
  heads: HeadEntry[];
  synonyms: string[];
}

export interface Full {
  /** Text and code words of each head of `heads.heads`, in the same order. */
  texts: string[];
  codes: string[];
  /** What readers say for each head, one phrase a line. */
  phrases: string[];
  /** Rows of the tables below each head. */
  rows: RowEntry[][];
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');

/** What an anchor may end with, and the sign for it: neither stands in an anchor. */
const ENDINGS = [
  ['*', (name: string) => name],
  ['~', slug],
] as const;

/** An anchor without the name that it is made of: `env-*` for `env-PORT` of "PORT". It is 7 KB of a release, brotli. */
export function shortAnchor(anchor: string, name: string): string {
  for (const [sign, end] of ENDINGS) {
    const ending = end(name);
    if (ending !== '' && anchor.endsWith(ending)) return anchor.slice(0, -ending.length) + sign;
  }
  return anchor;
}

/** The anchor that was made short. */
export function fullAnchor(short: string, name: string): string {
  for (const [sign, end] of ENDINGS) if (short.endsWith(sign)) return short.slice(0, -1) + end(name);
  return short;
}

/** Where the files of each release are; names hold a hash of their content, so that browsers may keep them for good. */
export interface Manifest {
  releases: Record<string, {heads: string; full: string; label: string}>;
}

export const MANIFEST = 'search/manifest.json';
