import * as z from 'zod';
import {factsFile, notes, sources, text} from './common';

export const host = z.strictObject({
  id: text,
  name: text,
  /** May hold a placeholder such as `<your-tenant>`; then it is shown as code, not as a link. */
  url: text.startsWith('https://', 'expected an https address'),
  purpose: text,
  notes,
  sources,
});

export const hostsFile = factsFile(host, {});
export type Host = z.infer<typeof host>;
