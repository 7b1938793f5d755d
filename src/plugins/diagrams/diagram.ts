import {createHash} from 'node:crypto';
import type {Code} from 'mdast';

/** The folder of a release's drawings, beside its pages, so that a snapshot holds them too. */
export const DIAGRAMS_FOLDER = '_diagrams';

/** The two lines of a Mermaid source that say in words what the drawing shows. */
export type DiagramText = {title: string; description: string};

/** Whether a code block of a page is a diagram. What the build takes for one has to be what is drawn. */
export const isDiagram = (node: Pick<Code, 'lang'>): boolean => node.lang === 'mermaid';

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
