import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod';
import {parseJson} from '../json';

export * from './names';

/** What decides a release's banner, badge, indexing and place in the switcher. */
export const statusSchema = z.enum(['next', 'current', 'maintained', 'unmaintained', 'archived']);

const highlightSchema = z.strictObject({
  page: z.string().regex(/^[^/#\s][^#\s]*$/, 'a page id, such as guides/setup'),
  /** Id of a heading of the page, where the whole page would be too much. */
  anchor: z.string().min(1).optional(),
  text: z.string().min(1),
});

const releaseSchema = z.strictObject({
  /** Shown in the switcher and on every page. */
  label: z.string().min(1),
  status: statusSchema,
  /** Day of the release, ISO 8601; null for the next one. */
  date: z.iso.date().nullable(),
  /** Page ids of this release whose page has another id in the release before: new id to old id. */
  renamed: z.record(z.string(), z.string()),
  /** Last day of fixes, when it is set. */
  supportEnd: z.iso.date().optional(),
  /** Address of a kept static copy of an archived release; its pages answer from there instead of from the current release. */
  staticCopy: z.url().optional(),
  /** Names that the release had before; their addresses lead to the present one. */
  formerNames: z.array(z.string()).optional(),
  /** Where a page of another release that is missing here has its nearest kin: their id to an id of this release. */
  nearest: z.record(z.string(), z.string()),
  /** What the home page calls new in this release while it is the current one, the most important first. */
  highlights: z.array(highlightSchema).optional(),
});

const releasesSchema = z
  .record(z.string().regex(/^(next|\d{4}\.\d{2})$/, 'a release is "next" or YYYY.MM'), releaseSchema)
  .refine((all) => Object.values(all).filter((r) => r.status === 'current').length === 1, {
    message: 'exactly one release has the status "current"',
  })
  .refine((all) => all['next']?.status === 'next', {
    message: 'there is an entry "next" whose status is "next"',
  });

export type ReleaseStatus = z.infer<typeof statusSchema>;
export type Release = z.infer<typeof releaseSchema>;
export type Releases = z.infer<typeof releasesSchema>;

/**
 * Checks the text of releases.json.
 *
 * @param text the file's content
 * @param file its name, for messages
 * @returns the releases by name, in the file's order
 * @throws when the text is not JSON or does not fit the schema; the message names the file and each field
 */
export function parseReleases(text: string, file = 'releases.json'): Releases {
  const result = releasesSchema.safeParse(parseJson(text, file));
  if (!result.success) {
    const problems = result.error.issues.map(
      // What is wrong with a key stands one level down.
      (issue) => {
        const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
        return `${file}: ${issue.path.join('.') || '(whole file)'}: ${message}`;
      },
    );
    throw new Error(problems.join('\n'));
  }
  return result.data;
}

/** Reads releases.json of a site folder. Throws what parseReleases throws. */
export function loadReleases(siteDir: string): Releases {
  return parseReleases(readFileSync(join(siteDir, 'releases.json'), 'utf8'));
}
