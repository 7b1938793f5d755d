import {diffArrays} from 'diff';
import type {Block, Section} from './blocks';
import {diffWordsOf, similarity, type Part} from './diff-words';

export type Side = 'same' | 'added' | 'removed' | 'changed';

/** One line of a list, one row of a table: its cells, each with what changed in it. */
export type Line = {change: Side; cells: Part[][]};

/** A block that differs, with its inside aligned; or a run of blocks that do not. */
export type BlockChange =
  | {kind: 'same'; count: number}
  | {kind: 'prose'; change: Side; parts: Part[]; links: string[]}
  | {kind: 'list'; change: Side; lines: Line[]; same: number; links: string[]}
  | {kind: 'table'; change: Side; head: Part[][]; lines: Line[]; same: number; links: string[]}
  | {kind: 'code'; change: Side; language: string; lines: Line[]; same: number; links: string[]};

export type SectionChange = {
  change: Side;
  depth: number;
  /** Anchor in the newer release, or in the older one when the section is gone. */
  id: string;
  title: Part[];
  blocks: BlockChange[];
};

export type Counts = {added: number; removed: number; changed: number};

export type PageChange = {change: Side; counts: Counts; sections: SectionChange[]};

/** How alike two blocks or titles have to be to count as one that was edited. */
const ALIKE = 0.4;

/** Compares what two pages say, section by section and block by block. */
export function comparePages(before: readonly Section[], after: readonly Section[]): PageChange {
  const sections: SectionChange[] = [];
  for (const [old, fresh] of alignSections(before, after)) {
    const section = compareSection(old, fresh);
    if (section.change !== 'same') sections.push(section);
  }
  const counts = {added: 0, removed: 0, changed: 0};
  for (const {blocks} of sections) {
    for (const block of blocks) if (block.kind !== 'same' && block.change !== 'same') counts[block.change] += 1;
  }
  return {change: sections.length === 0 ? 'same' : 'changed', counts, sections};
}

type Pair<Item> = [before: Item | undefined, after: Item | undefined];

/**
 * Pairs two sequences: equal items first, in order; then, in the gaps, those that are alike enough.
 *
 * @param same whether two items are the same one
 * @param alike how alike two items are, from 0 to 1
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  same: (a: Item, b: Item) => boolean,
  alike: (a: Item, b: Item) => number,
): Pair<Item>[] {
  const pairs: Pair<Item>[] = [];
  let removed: Item[] = [];
  let added: Item[] = [];
  const flush = () => {
    pairs.push(...pairGap(removed, added, alike));
    removed = [];
    added = [];
  };
  let old = 0;
  for (const change of diffArrays([...before], [...after], {comparator: same})) {
    if (change.removed) {
      removed.push(...change.value);
      old += change.value.length;
    } else if (change.added) added.push(...change.value);
    else {
      flush();
      // Both sides are taken: items that are "the same one" may still differ inside.
      change.value.forEach((fresh, index) => pairs.push([before[old + index], fresh]));
      old += change.value.length;
    }
  }
  flush();
  return pairs;
}

function pairGap<Item>(removed: Item[], added: Item[], alike: (a: Item, b: Item) => number): Pair<Item>[] {
  const pairs: Pair<Item>[] = [];
  let next = 0;
  for (const fresh of added) {
    let best = -1;
    let score = ALIKE;
    // A long gap is compared near its place only: nobody moves one paragraph over fifty others.
    for (let index = next; index < Math.min(removed.length, next + 40); index += 1) {
      const value = alike(removed[index] as Item, fresh);
      if (value > score) [best, score] = [index, value];
    }
    if (best === -1) {
      pairs.push([undefined, fresh]);
    } else {
      for (; next < best; next += 1) pairs.push([removed[next], undefined]);
      pairs.push([removed[best], fresh]);
      next = best + 1;
    }
  }
  for (; next < removed.length; next += 1) pairs.push([removed[next], undefined]);
  return pairs;
}

function alignSections(before: readonly Section[], after: readonly Section[]): Pair<Section>[] {
  return align(
    before,
    after,
    (a, b) => a.id === b.id,
    (a, b) => Math.max(similarity(a.title, b.title), similarity(textOf(a), textOf(b))),
  );
}

const textOf = (section: Section): string => section.blocks.map(blockText).join('\n');

function blockText(block: Block): string {
  if (block.kind === 'prose') return block.text;
  if (block.kind === 'list') return block.items.join('\n');
  if (block.kind === 'code') return block.lines.join('\n');
  return [block.head, ...block.rows].map((row) => row.join(' ')).join('\n');
}

const isSame = (a: Block, b: Block): boolean =>
  a.kind === b.kind && blockText(a) === blockText(b) && a.links.join() === b.links.join();

function alikeBlocks(a: Block, b: Block): number {
  if (a.kind !== b.kind) return 0;
  // Two tables with the same columns are one table, however many of their rows changed.
  if (a.kind === 'table' && b.kind === 'table' && a.head.join('|') === b.head.join('|')) return 1;
  return similarity(blockText(a), blockText(b));
}

function compareSection(before: Section | undefined, after: Section | undefined): SectionChange {
  const blocks: BlockChange[] = [];
  for (const [old, fresh] of align(before?.blocks ?? [], after?.blocks ?? [], isSame, alikeBlocks)) {
    const block = compareBlock(old, fresh);
    const last = blocks.at(-1);
    if (block.kind === 'same' && last?.kind === 'same') last.count += 1;
    else blocks.push(block);
  }
  const title = diffWordsOf(before?.title ?? '', after?.title ?? '');
  const edited = blocks.some(({kind}) => kind !== 'same') || title.some(([side]) => side !== 0);
  const {depth, id} = (after ?? before) as Section;
  return {change: !before ? 'added' : !after ? 'removed' : edited ? 'changed' : 'same', depth, id, title, blocks};
}

function compareBlock(before: Block | undefined, after: Block | undefined): BlockChange {
  if (before && after && isSame(before, after)) return {kind: 'same', count: 1};
  const change: Side = !before ? 'added' : !after ? 'removed' : 'changed';
  const {kind} = (after ?? before) as Block;
  const links = before && after ? newLinks(before.links, after.links) : [];
  if (kind === 'prose') {
    return {kind, change, parts: diffWordsOf(as(before, kind)?.text ?? '', as(after, kind)?.text ?? ''), links};
  }
  if (kind === 'list') {
    const lines = align(as(before, kind)?.items ?? [], as(after, kind)?.items ?? [], (a, b) => a === b, similarity).map(
      ([old, fresh]) => line(old === undefined ? undefined : [old], fresh === undefined ? undefined : [fresh]),
    );
    return {kind, change, ...onlyChanged(lines), links};
  }
  if (kind === 'table') return {kind, change, ...compareTables(as(before, kind), as(after, kind)), links};
  const [old, fresh] = [as(before, kind), as(after, kind)];
  return {
    kind,
    change,
    language: (fresh ?? old)?.language ?? '',
    ...compareCode(old?.lines ?? [], fresh?.lines ?? []),
    links,
  };
}

function as<Kind extends Block['kind']>(
  block: Block | undefined,
  kind: Kind,
): Extract<Block, {kind: Kind}> | undefined {
  return block?.kind === kind ? (block as Extract<Block, {kind: Kind}>) : undefined;
}

/** Links that lead elsewhere than before, said only where the words do not show it. */
function newLinks(before: readonly string[], after: readonly string[]): string[] {
  if (before.length !== after.length) return [];
  return after.flatMap((url, index) => (url === before[index] ? [] : [`${before[index]} → ${url}`]));
}

function line(before: string[] | undefined, after: string[] | undefined): Line {
  const width = Math.max(before?.length ?? 0, after?.length ?? 0);
  const cells = Array.from({length: width}, (_, index) => diffWordsOf(before?.[index] ?? '', after?.[index] ?? ''));
  const isSameLine = cells.every((cell) => cell.every(([side]) => side === 0));
  return {change: !before ? 'added' : !after ? 'removed' : isSameLine ? 'same' : 'changed', cells};
}

function onlyChanged(lines: Line[]): {lines: Line[]; same: number} {
  const changed = lines.filter(({change}) => change !== 'same');
  return {lines: changed, same: lines.length - changed.length};
}

type TableBlock = Extract<Block, {kind: 'table'}>;

/** Rows belong together by their first cell (a name); a table of the same rows in another order has not changed. */
function compareTables(before: TableBlock | undefined, after: TableBlock | undefined) {
  const head = line(before?.head, after?.head).cells;
  // A column that was put in or taken out must not shift all cells behind it.
  const columns = before && after ? columnPairs(before.head, after.head) : undefined;
  const old = keyed(before?.rows ?? []);
  const lines: Line[] = [];
  for (const [key, row] of keyed(after?.rows ?? [])) {
    const was = old.get(key);
    old.delete(key);
    if (!was) lines.push(line(undefined, row));
    else
      lines.push(
        columns
          ? line(
              columns.map(([from]) => was[from] ?? ''),
              columns.map(([, to]) => row[to] ?? ''),
            )
          : line(was, row),
      );
  }
  for (const row of old.values()) lines.push(line(row, undefined));
  return {
    head: columns ? columns.map(([from, to]) => diffWordsOf(before?.head[from] ?? '', after?.head[to] ?? '')) : head,
    ...onlyChanged(lines),
  };
}

function columnPairs(before: readonly string[], after: readonly string[]): [from: number, to: number][] {
  if (before.length === after.length) return after.map((_, index) => [index, index]);
  const pairs: [number, number][] = after.map((name, to) => [before.indexOf(name), to]);
  before.forEach((name, from) => {
    if (!after.includes(name)) pairs.push([from, -1]);
  });
  return pairs;
}

function keyed(rows: readonly string[][]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const row of rows) {
    let key = row[0] ?? '';
    // Two rows may have one name; then the second cell, and then the place, tells them apart.
    if (map.has(key)) key = `${key}|${row[1] ?? ''}`;
    while (map.has(key)) key += '+';
    map.set(key, row);
  }
  return map;
}

/** Lines around a change that are shown with it. */
const CONTEXT = 2;

function compareCode(before: string[], after: string[]): {lines: Line[]; same: number} {
  const all: Line[] = diffArrays(before, after).flatMap((change) =>
    change.value.map((text): Line => {
      if (change.added) return {change: 'added', cells: [[[1, text]]]};
      return change.removed ? {change: 'removed', cells: [[[-1, text]]]} : {change: 'same', cells: [[[0, text]]]};
    }),
  );
  const near = (index: number) =>
    all.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({change}) => change !== 'same');
  const lines = all.filter((_, index) => near(index));
  return {lines, same: all.length - lines.length};
}
