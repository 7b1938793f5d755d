import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** By anchor (none for the opening of a page), what readers say when they look for that place. */
export type PagePhrases = Readonly<Record<string, readonly string[]>>;
/** By page id. */
export type Phrases = Readonly<Record<string, PagePhrases>>;

const phrase = z
  .string()
  .regex(
    /^\S+( \S+)+$/,
    'a phrase is two words or more with one space between; a single word belongs in synonyms.json or in the keywords of the page',
  );
const phrasesFile = z.strictObject({
  $comment: z.string().optional(),
  pages: z.record(z.string(), z.record(z.string(), z.array(phrase).min(1))),
});

export const phrasesFileOf = (release: string): string => path.join(release, '_facts', 'search-phrases.json');

/**
 * The phrases of a release folder; a release without the file has none.
 *
 * @throws naming the file and the place in it that is not of the form
 */
export function readPhrases(release: string): Phrases {
  const file = phrasesFileOf(release);
  if (!existsSync(file)) return {};
  const result = phrasesFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${file}: ${issue.path.join(' > ')}: ${issue.message}`);
    throw new Error(problems.join('\n'));
  }
  return result.data.pages;
}

/** @throws when phrases name a page that the release does not have */
export function checkPages(file: string, phrases: Phrases, ids: Iterable<string>): void {
  const known = new Set(ids);
  const gone = Object.keys(phrases).filter((id) => !known.has(id));
  if (gone.length === 0) return;
  throw new Error(gone.map((id) => `${file}: there is no page "${id}"; rename or remove the entry`).join('\n'));
}

/** @throws when phrases name a heading that the page does not have */
export function checkAnchors(file: string, id: string, phrases: PagePhrases, anchors: Iterable<string>): void {
  const known = new Set(anchors);
  const gone = Object.keys(phrases).filter((anchor) => !known.has(anchor));
  if (gone.length === 0) return;
  const problems = gone.map(
    (anchor) => `${file}: the page "${id}" has no heading "#${anchor}"; rename or remove the entry`,
  );
  throw new Error(problems.join('\n'));
}
