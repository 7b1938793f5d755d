import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod';
import {parseJson} from '../json';

/** The table, from a site folder. */
export const REDIRECTS = 'src/plugins/links/redirects.json';

const path = z.string().regex(/^\/[^\s?#]*$/, 'a path that begins with a slash, without query or anchor');

const redirectsSchema = z.strictObject({
  $about: z.string(),
  redirects: z.array(z.strictObject({from: path, to: path, reason: z.string().min(1)})),
});

export type Redirect = z.infer<typeof redirectsSchema>['redirects'][number];

/**
 * Reads the one table of redirects.
 *
 * @param file its name, for messages
 * @throws when it is no JSON, a row is malformed, an address appears twice, or a redirect leads to another redirect
 */
export function parseRedirects(text: string, file = REDIRECTS): Redirect[] {
  const result = redirectsSchema.safeParse(parseJson(text, file));
  if (!result.success) {
    throw new Error(
      result.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const {redirects} = result.data;
  const sources = new Set<string>();
  for (const {from} of redirects) {
    if (sources.has(from)) throw new Error(`${file}: ${from} stands twice; keep one row`);
    sources.add(from);
  }
  for (const {from, to} of redirects) {
    if (sources.has(to))
      throw new Error(`${file}: ${from} leads to ${to}, which is a redirect itself; point at its target`);
  }
  return redirects;
}

/** Reads the table of a site folder. Throws what parseRedirects throws. */
export function loadRedirects(siteDir: string): Redirect[] {
  return parseRedirects(readFileSync(join(siteDir, REDIRECTS), 'utf8'));
}
