import {createHash} from 'node:crypto';

/** The two lines of a Mermaid source that say in words what the drawing shows. */
export type DiagramText = {title: string; description: string};

/** Names a drawing by its source, so that the same source is drawn once and an edited one is drawn anew. */
export function diagramName(source: string): string {
  return createHash('sha256').update(source.trim()).digest('hex').slice(0, 16);
}

/**
 * Reads `accTitle:` and `accDescr:` of a Mermaid source (one line each, or `accDescr { ... }` over several).
 *
 * @returns undefined when one of them is missing or empty
 */
export function diagramText(source: string): DiagramText | undefined {
  const title = /^\s*accTitle:\s*(.+)$/m.exec(source)?.[1]?.trim();
  const line = /^\s*accDescr:\s*(.+)$/m.exec(source)?.[1]?.trim();
  const block = /^\s*accDescr\s*\{([^}]+)\}/m.exec(source)?.[1]?.replace(/\s+/g, ' ').trim();
  const description = line || block;
  return title && description ? {title, description} : undefined;
}
