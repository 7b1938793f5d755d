import * as z from 'zod';
import {factsFile, notes, sources, text, textList} from './common';

export const runtime = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(['cli-sdk', 'python-framework', 'agent-gateway', 'cli', 'meta', 'helper-module']),
  strength: text,
  image: text.nullable(),
  legacy_local_tag: text.nullable(),
  template_repo: text.nullable(),
  manifest_name: text.nullable(),
  auth_env: textList,
  optional_auth_env: textList,
  default_model: text.nullable(),
  allowlisted: z.boolean(),
  canvas_display_name: text.nullable(),
  provision_timeout_minutes: z.number().positive().nullable(),
  is_default: z.boolean(),
  notes,
  sources,
});

export const runtimesFile = factsFile(runtime, {});
export type Runtime = z.infer<typeof runtime>;
