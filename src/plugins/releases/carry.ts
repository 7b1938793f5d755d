import {diffArrays} from 'diff';
import {sourceBlocks, type SourceBlock} from './markdown-blocks';

/** A change of a page that does not fit another one: where it stands in the page that has it, and why. */
export type Misfit = {line: number; reason: string};

type Hunk = {before: SourceBlock[]; after: SourceBlock[]; previous: SourceBlock | undefined; line: number};

/**
 * Carries the change between two versions of a page into a third one, block by block.
 *
 * @returns the third page with the change, or the places that do not fit; never half of it
 */
export function carry(
  base: string,
  changed: string,
  target: string,
  isMdx: boolean,
): {text: string; misfits: []} | {text: null; misfits: Misfit[]} {
  const changedBlocks = sourceBlocks(changed, isMdx);
  const hunks = hunksOf(sourceBlocks(base, isMdx), changedBlocks);
  const misfits: Misfit[] = [];
  const edits: {start: number; end: number; text: string}[] = [];
  const blocks = sourceBlocks(target, isMdx);
  for (const hunk of hunks) {
    if (isCarried(blocks, changedBlocks, hunk)) continue;
    const at = place(blocks, hunk);
    if (typeof at === 'string') misfits.push({line: hunk.line, reason: at});
    else edits.push(editFor(blocks, at, hunk, target));
  }
  if (misfits.length > 0) return {text: null, misfits};
  const text = edits
    .sort((a, b) => b.start - a.start)
    .reduce((page, edit) => page.slice(0, edit.start) + edit.text + page.slice(edit.end), target);
  return {text, misfits: []};
}

function editFor(blocks: SourceBlock[], at: number, {before, after}: Hunk, target: string) {
  const text = after.map((block) => block.text).join('\n\n');
  const first = blocks[at];
  const last = blocks[at + before.length - 1];
  if (before.length === 0) {
    const start = blocks[at - 1]?.end ?? 0;
    return {start, end: start, text: `\n\n${text}`};
  }
  const start = first?.start ?? 0;
  const end = last?.end ?? 0;
  if (after.length > 0) return {start, end, text};
  // With a block go the blank lines behind it.
  return {start, end: blocks[at + before.length]?.start ?? target.length, text: ''};
}

function hunksOf(before: SourceBlock[], after: SourceBlock[]): Hunk[] {
  const hunks: Hunk[] = [];
  let hunk: Hunk | undefined;
  let [old, fresh] = [0, 0];
  for (const change of diffArrays(before, after, {comparator: (a, b) => a.text === b.text})) {
    if (!change.added && !change.removed) {
      hunk = undefined;
      old += change.value.length;
      fresh += change.value.length;
      continue;
    }
    if (!hunk) {
      hunk = {before: [], after: [], previous: before[old - 1], line: after[fresh]?.line ?? after.at(-1)?.line ?? 1};
      hunks.push(hunk);
    }
    if (change.removed) {
      hunk.before.push(...change.value);
      old += change.value.length;
    } else {
      hunk.after.push(...change.value);
      fresh += change.value.length;
    }
  }
  return hunks;
}

/** Where a hunk goes in: the index of its first block, or the reason why it cannot. */
function place(blocks: SourceBlock[], {before, previous}: Hunk): number | string {
  const wanted = before.length > 0 ? before : previous ? [previous] : [];
  if (wanted.length === 0) return 0;
  const found = indexesOf(blocks, textsOf(wanted));
  const under = underHeading(blocks, wanted);
  const [only, second] = under.length > 0 ? under : found;
  const first = (wanted[0]?.text ?? '').split('\n')[0]?.slice(0, 60);
  if (only === undefined) return `the block it changes is not the same there ("${first}")`;
  if (second !== undefined) return `the block it changes stands there more than once ("${first}")`;
  return before.length > 0 ? only : only + 1;
}

/** Where a run of texts begins; a run of none stands nowhere. */
function indexesOf(blocks: SourceBlock[], wanted: string[]): number[] {
  if (wanted.length === 0) return [];
  return blocks.flatMap((_, index) =>
    wanted.every((text, offset) => blocks[index + offset]?.text === text) ? [index] : [],
  );
}

/**
 * True when somebody carried a hunk already: its new blocks stand under their heading as often as in the changed page, and
 * the old ones do not. Where the page has no such heading, right behind the block that they follow.
 */
function isCarried(blocks: SourceBlock[], changed: SourceBlock[], {before, after, previous}: Hunk): boolean {
  const found = underHeading(blocks, after);
  if (underHeading(blocks, before).length > 0) return false;
  if (found.length > 0) return found.length >= underHeading(changed, after).length;
  const hasHeading = blocks.some(({text}) => text === after[0]?.heading);
  return !hasHeading && indexesOf(blocks, textsOf(after)).some((index) => blocks[index - 1]?.text === previous?.text);
}

/** Where a run of blocks stands under the heading that it has. */
function underHeading(blocks: SourceBlock[], run: SourceBlock[]): number[] {
  return indexesOf(blocks, textsOf(run)).filter((index) => blocks[index]?.heading === run[0]?.heading);
}

function textsOf(run: SourceBlock[]): string[] {
  return run.map(({text}) => text);
}
