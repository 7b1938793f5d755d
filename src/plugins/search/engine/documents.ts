import {fullAnchor, type Full, type Heads} from '../shard';
import type {Field} from './rules';

/** What the index holds: a section of a page, or a row of a facts table. Its number is its place in the list. */
export interface Document {
  page: number;
  level: number;
  anchor: string;
  /** Empty for the opening of a page. */
  heading: string;
  /** Headings between the page's title and this one. */
  parents: string[];
  text: string;
  code: string;
  /** What readers say for it, one phrase a line. */
  phrases: string;
  row: boolean;
}

/** The documents of a release, in reading order; without `full` they are headings only. */
export function documentsOf(heads: Heads, full: Full | null): Document[] {
  const documents: Document[] = [];
  let above: {level: number; heading: string}[] = [];
  let page = -1;
  heads.heads.forEach(([level, anchor, heading], index) => {
    if (level === 1) page += 1;
    above = above.filter((parent) => parent.level < level);
    const parents = above.map((parent) => parent.heading);
    documents.push({
      page,
      level,
      anchor: fullAnchor(anchor, heading),
      heading,
      parents,
      text: full?.texts[index] ?? '',
      code: full?.codes[index] ?? '',
      phrases: full?.phrases[index] ?? '',
      row: false,
    });
    for (const [id, name, text] of full?.rows[index] ?? []) {
      const own = heading === '' ? parents : [...parents, heading];
      documents.push({
        page,
        level: Math.min(6, level + 1),
        anchor: fullAnchor(id, name),
        heading: name,
        parents: own,
        text,
        code: '',
        phrases: '',
        row: true,
      });
    }
    if (heading !== '') above.push({level, heading});
  });
  return documents;
}

/** What is indexed of a document. Title and description belong to every section, so that a section can answer alone. */
export function fieldsOf(heads: Heads, document: Document, id: number): Record<Field, string> & {id: number} {
  const [path, title, description, keywords, , , label] = heads.pages[document.page]!;
  const opening = document.level === 1;
  return {
    id,
    title: label === '' ? title : `${title}\n${label}`,
    heading: document.heading,
    parents: document.parents.join('\n'),
    description: opening ? description : '',
    keywords: opening ? keywords : '',
    path: opening ? path : '',
    text: document.text,
    code: document.code,
    phrases: document.phrases,
  };
}
