import * as z from 'zod';
import {parseJson} from '../json';
import {formatJson} from './files';

/** The manifest of a snapshot: the hashes that freeze it, and the addresses that it promised. Pure; `snapshot.ts` reads. */

export const MANIFEST = '_manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');

const amendmentSchema = z.strictObject({
  date: z.iso.date(),
  reason: z.string().min(1),
  /** Per file of the snapshot: its hash before and after; null where it was not there. */
  files: z.record(z.string(), z.strictObject({before: hash.nullable(), after: hash.nullable()})),
});

const manifestSchema = z.strictObject({
  format: z.literal(1),
  release: z.string(),
  sidebar: hash,
  /** Path inside the snapshot to hash. */
  files: z.record(z.string(), hash),
  /** What readers may have bookmarked: each page's route inside the release, and its ids in the order of the page. */
  pages: z.record(z.string(), z.strictObject({title: z.string(), route: z.string(), anchors: z.array(z.string())})),
  amendments: z.array(amendmentSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;

/** Reads the text of a manifest. @throws with the file and each wrong field, or the line that is no JSON */
export function parseManifest(text: string, file: string): Manifest {
  const result = manifestSchema.safeParse(parseJson(text, file));
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/** The text of a manifest: sorted, so that two machines write the same bytes. */
export function formatManifest(manifest: Manifest): string {
  const sorted = <Value>(record: Record<string, Value>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return formatJson({...manifest, files: sorted(manifest.files), pages: sorted(manifest.pages)});
}

/** What a snapshot's files are now. */
export type Found = {sidebar: string | undefined; files: Readonly<Record<string, string>>};

export type Difference = {file: string; what: 'added' | 'removed' | 'changed'};

/** Where a snapshot is not what its manifest says. @param sidebarFile its name in messages */
export function differences(manifest: Manifest, found: Found, sidebarFile: string): Difference[] {
  const result: Difference[] = [];
  for (const file of new Set([...Object.keys(manifest.files), ...Object.keys(found.files)])) {
    const was = manifest.files[file];
    const is = found.files[file];
    if (was === is) continue;
    result.push({file, what: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'});
  }
  if (found.sidebar !== manifest.sidebar) {
    result.push({file: sidebarFile, what: found.sidebar === undefined ? 'removed' : 'changed'});
  }
  return result.sort((a, b) => (a.file < b.file ? -1 : 1));
}
