import * as z from 'zod';
import {exists, factsFile, notes, source, sources, text, textList, useInstead} from './common';

export const payloadField = z.strictObject({
  name: text,
  type: text,
  optional: z.boolean(),
  note: text.optional(),
});

export const wsEvent = z.strictObject({
  event: text,
  persisted: z.boolean().nullable(),
  delivery: text.nullable(),
  payload: z.array(payloadField),
  emitted_when: text,
  canvas_handled: z.boolean(),
  notes,
  use_instead: useInstead,
  exists,
  sources,
});

const envelope = z.strictObject({fields: textList.min(1), source});

export const wsEventsFile = factsFile(wsEvent, {message: envelope, sse_envelope: envelope});
export type PayloadField = z.infer<typeof payloadField>;
export type WsEvent = z.infer<typeof wsEvent>;
