/** Lines of a page that stand together, between blank lines, as a writer sees them. */
export interface Block {
  text: string;
  /** Line of the page that the block begins on. */
  line: number;
  /** The reason of a `<!-- facts-ok: reason -->`; empty when none is given, undefined without one. */
  excuse?: string | undefined;
}

const EXCUSE = /<!--\s*facts-ok\b:?\s*(.*?)\s*-->/;
const FENCE = /^\s{0,12}(`{3,}|~{3,})/;

/**
 * The prose of a page: its front matter, code fences and `<Facts>` lines are left out, because
 * a fence is a sample and a `<Facts>` line is the data itself.
 */
export function proseBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let excuse: string | undefined;

  for (const {text, line} of proseLines(markdown)) {
    if (text.trim() === '') {
      block = undefined;
      continue;
    }
    const found = EXCUSE.exec(text);
    // A comment on a line of its own speaks for what follows it, with or without a blank line between.
    if (found && text.trim() === found[0] && !block) {
      excuse = found[1] ?? '';
      if (excuse === '') blocks.push({text: '', line, excuse});
      continue;
    }
    if (block) {
      block.text += `\n${text}`;
    } else {
      block = {text, line, excuse};
      blocks.push(block);
      excuse = undefined;
    }
    if (found) block.excuse = found[1] ?? '';
  }
  return blocks;
}

function* proseLines(markdown: string): Generator<{text: string; line: number}> {
  const lines = markdown.split('\n');
  let fence: string | undefined;
  let inFrontMatter = false;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (index === 0 && text === '---') {
      inFrontMatter = true;
    } else if (inFrontMatter) {
      inFrontMatter = text !== '---';
    } else if (fence !== undefined) {
      const closing = text.trim();
      if (closing.startsWith(fence) && closing === (fence[0] ?? '').repeat(closing.length)) fence = undefined;
    } else if (FENCE.test(text)) {
      fence = FENCE.exec(text)?.[1];
      // The fence ends the block before it.
      yield {text: '', line};
    } else {
      yield {text: /^\s*<Facts\s/.test(text) ? '' : text, line};
    }
  }
}

/** The sentences of a block; a table row, list item or heading is one as well. */
export function sentences({text, line}: Block): {text: string; line: number}[] {
  const found: {text: string; line: number}[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    const trimmed = row.trim();
    // A row of a table is one statement; in a paragraph a sentence may run over the end of a line.
    const startsItem = /^(?:[|>#]|[-*+]\s|\d+[.)]\s)/.test(trimmed);
    const previous = found.at(-1);
    if (previous && !startsItem && !/[.!?:]$/.test(previous.text) && !previous.text.startsWith('|')) {
      previous.text += ` ${trimmed}`;
    } else {
      found.push({text: trimmed, line: line + index});
    }
  }
  return found.flatMap((entry) =>
    entry.text.startsWith('|')
      ? [entry]
      : entry.text.split(/(?<=[.!?;])\s+(?=[A-Z0-9`*[<])/).map((sentence) => ({text: sentence, line: entry.line})),
  );
}
