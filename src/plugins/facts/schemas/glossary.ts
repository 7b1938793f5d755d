import * as z from 'zod';
import {factsFile, notes, sources, text, textList} from './common';

export const glossaryTerm = z.strictObject({
  term: text,
  meaning: text,
  not_to_be_confused_with: z.string(),
  aliases: textList,
  see: textList,
  /** A number that belongs to the term, named by its unit, such as `{"seconds": 180}`. */
  value: z.record(z.string(), z.number()).optional(),
  notes,
  sources,
});

export const glossaryFile = factsFile(glossaryTerm, {});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;
