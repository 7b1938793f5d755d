import * as z from 'zod';
import {exists, factsFile, notes, source, sources, text, textList, useInstead} from './common';

export const apiRoute = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'ANY']),
  path: text.startsWith('/', 'expected a path that starts with "/"'),
  surface: z.enum(['platform', 'controlplane', 'docs-only']),
  area: text,
  auth: text.nullable(),
  auth_detail: text.nullable(),
  rate_limit: text.nullable(),
  handler: text.nullable(),
  handler_file: text.nullable(),
  purpose: text,
  condition: text.optional(),
  notes,
  use_instead: useInstead,
  exists,
  sources,
});

export const apiRoutesFile = factsFile(apiRoute, {
  router: text,
  auth_kinds: z.record(z.string(), text),
  tenant_guard: z.strictObject({description: text, exempt: textList.min(1), source}),
});
export type ApiRoute = z.infer<typeof apiRoute>;
