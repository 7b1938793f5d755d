import * as z from 'zod';
import {exists, factsFile, notes, sources, text} from './common';

export const toolParam = z.strictObject({
  name: text,
  type: text,
  required: z.boolean(),
  /** May hold an empty string where the tool accepts one. */
  enum: z.array(z.string()).min(1).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});

export const mcpTool = z.strictObject({
  name: text,
  server: text,
  purpose: text,
  params: z.array(toolParam),
  api_route: text.nullable(),
  notes,
  exists,
  sources,
});

export const mcpToolsFile = factsFile(mcpTool, {protocol_version: text});
export type ToolParam = z.infer<typeof toolParam>;
export type McpTool = z.infer<typeof mcpTool>;
