import * as z from 'zod';
import {exists, factsFile, notes, sources, text} from './common';

export const errorCode = z.strictObject({
  surface: text,
  /** HTTP status; null where the error does not travel over HTTP. */
  status: z.number().int().nullable(),
  code: z.union([text, z.number().int()]).nullable(),
  message: text,
  cause: text,
  fix: text,
  notes,
  exists,
  sources,
});

export const errorCodesFile = factsFile(errorCode, {});
export type ErrorCode = z.infer<typeof errorCode>;
