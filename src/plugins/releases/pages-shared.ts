import {html, type Html} from './html';
import type {Part} from './diff-words';
import {STATUS_WORDS, type Release} from './releases';

/** A page of this room, before it is put into the site's frame. */
export type StaticPage = {
  /** Address, without an extension. */
  address: string;
  /** Where it stood before; these addresses lead to it. */
  formerly?: string[];
  title: string;
  description: string;
  body: Html;
  /** The same page for programs, at the address with `.md` and `.json`. */
  markdown: string;
  json: unknown;
};

/** "2026.05, current release, 2026-05-04". */
export function facing(name: string, release: Release): string {
  return [name === 'next' ? 'Next' : name, STATUS_WORDS[release.status], release.date].filter(Boolean).join(', ');
}

/** "1 page", "2 pages". @param many the plural, where it is not `one` with an s */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Words with what was taken out and put in; backticks become code. Read aloud, a change says what it is. */
export function partsHtml(parts: readonly Part[]): Html {
  return html`${parts.map(([side, text]) =>
    side === 0
      ? codeHtml(text)
      : side < 0
        ? html`<del><span class="visually-hidden">removed: </span>${codeHtml(text)}</del>`
        : html`<ins><span class="visually-hidden">added: </span>${codeHtml(text)}</ins>`,
  )}`;
}

/** Text in which backticks mark code. */
export function codeHtml(text: string): Html {
  return html`${text.split(/(`[^`]*`)/).map((piece) => (piece.startsWith('`') && piece.length > 1 ? html`<code>${piece.slice(1, -1)}</code>` : piece))}`;
}

/** The same in Markdown: ~~removed~~ **added**. */
export function partsMarkdown(parts: readonly Part[]): string {
  return parts
    .map(([side, text]) => (side === 0 || text.trim() === '' ? text : wrapped(text, side < 0 ? '~~' : '**')))
    .join('');
}

/** Marks must touch the words, or Markdown does not see them. */
function wrapped(text: string, mark: string): string {
  const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${lead}${mark}${words}${mark}${trail}`;
}
