import * as z from 'zod';
import {exists, factsFile, notes, sources, text, textList, useInstead} from './common';

export const cliFlag = z.strictObject({
  name: text,
  short: text.nullable(),
  type: text,
  default: z.string().nullable(),
  required: z.boolean(),
  purpose: text,
});

export const cliCommand = z.strictObject({
  cli: text,
  /** Empty for a program that has no subcommands. */
  command: z.string(),
  args: textList,
  flags: z.array(cliFlag),
  purpose: text,
  api_route: text.nullable(),
  notes,
  use_instead: useInstead,
  exists,
  sources,
});

export const cliCommandsFile = factsFile(cliCommand, {});
export type CliFlag = z.infer<typeof cliFlag>;
export type CliCommand = z.infer<typeof cliCommand>;
