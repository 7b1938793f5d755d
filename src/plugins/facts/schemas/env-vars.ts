import * as z from 'zod';
import {exists, factsFile, notes, sources, text} from './common';

export const envVar = z.strictObject({
  name: text.regex(/^[A-Z][A-Z0-9_<>*]*$/, 'expected an upper-case variable name'),
  component: text,
  /** What the program uses when the variable is unset; null when there is nothing. */
  default: z.string().nullable(),
  /** `literal` can be copied as it is; `described` is a sentence such as "auto-detected". */
  default_kind: z.enum(['literal', 'described']).nullable(),
  required: z.boolean(),
  secret: z.boolean(),
  /** Set by the platform, not by a person. */
  injected: z.boolean(),
  purpose: text,
  notes,
  exists,
  sources,
});

export const envVarsFile = factsFile(envVar, {});
export type EnvVar = z.infer<typeof envVar>;
