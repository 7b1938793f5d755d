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
/** Level 1 is the opening of a page and has neither anchor nor heading. */
export type HeadEntry = [page: number, level: number, anchor: string, heading: string];
/** A row of a facts table below the head with that number. */
export type RowEntry = [head: number, anchor: string, name: string, text: string];

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
  rows: RowEntry[];
}

/** Where the files of each release are; names hold a hash of their content, so that browsers may keep them for good. */
export interface Manifest {
  releases: Record<string, {heads: string; full: string; label: string}>;
}

export const MANIFEST = 'search/manifest.json';
