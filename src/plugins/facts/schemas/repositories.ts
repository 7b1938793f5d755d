import * as z from 'zod';
import {factsFile, notes, sources, text} from './common';

export const repository = z.strictObject({
  id: text,
  /** The commit that this release was read at, so that links to code do not rot. */
  ref: text,
  visibility: z.enum(['public', 'private']),
  notes,
  sources,
});

/** Code host and address templates are data: a move of the code changes one file a release. */
export const repositoriesFile = factsFile(repository, {
  code_host: text.startsWith('https://', 'expected an https address'),
  file_path: text.includes('{path}', 'expected a template with {host}, {repo}, {ref}, {path}, {line}'),
});
export type Repository = z.infer<typeof repository>;
