import * as z from 'zod';
import {exists, factsFile, notes, source, sources, text, textList} from './common';

export const pluginItem = z.strictObject({
  name: text,
  kind: z.enum(['skill', 'provision', 'hook', 'workflow', 'unknown']),
  repo: text,
  version: text.nullable(),
  runtimes: textList,
  skills: textList,
  hooks: textList,
  commands: textList,
  rules: textList,
  env: textList,
  purpose: text,
  notes,
  exists,
  sources,
});

const installSource = z.strictObject({scheme: text, requires_ref: z.boolean(), source});

export const pluginsFile = factsFile(pluginItem, {install_sources: z.array(installSource).min(1)});
export type PluginItem = z.infer<typeof pluginItem>;
