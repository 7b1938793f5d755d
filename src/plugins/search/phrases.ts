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
export const phrasesSchema = z.strictObject({
  $comment: z.string().optional(),
  pages: z.record(z.string(), z.record(z.string(), z.array(phrase).min(1))),
});

/** @param release the folder of a release */
export const phrasesFileOf = (release: string): string => path.join(release, '_facts', 'search-phrases.json');

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
