import * as z from 'zod';
import {exists, factsFile, notes, source, sources, text, textList} from './common';

export const channelField = z.strictObject({
  key: text,
  type: z.enum(['password', 'text']),
  required: z.boolean(),
  sensitive: z.boolean(),
  encrypted_at_rest: z.boolean(),
  note: text.optional(),
  source,
});

export const channel = z.strictObject({
  type: text,
  display_name: text,
  fields: z.array(channelField),
  env: textList,
  inbound: text.nullable(),
  outbound: text.nullable(),
  limits: z.strictObject({message_chars: z.number().int().positive().optional()}),
  validation: textList,
  notes,
  exists,
  sources,
});

export const channelsFile = factsFile(channel, {
  encrypted_fields: textList.min(1),
  masked_in_list: textList.min(1),
});
export type ChannelField = z.infer<typeof channelField>;
export type Channel = z.infer<typeof channel>;
