import {changedPairs, compareReleases, type ReleaseChanges} from '../changes';
import type {Site} from '../site';

/** A release's differences from the one before, short enough for a terminal and a commit message. */
export type Summary = {
  from: string;
  pages: {added: string[]; removed: string[]; renamed: string[]; changed: string[]};
  facts: {table: string; added: number; removed: number; changed: number}[];
};

/** Sums up what changed between two releases of a site. */
export function summarize(site: Site, from: string, to: string): Summary {
  return summaryOf(compareReleases(site, from, to));
}

function summaryOf(changes: ReleaseChanges): Summary {
  return {
    from: changes.from,
    pages: {
      added: changes.added.map(({id}) => id),
      removed: changes.removed.map(({id}) => id),
      renamed: changes.renamed.map(({before, after}) => `${before.id} → ${after.id}`),
      changed: changedPairs(changes).map(({after}) => after.id),
    },
    facts: changes.facts.map(({title, added, removed, changed}) => ({
      table: title,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    })),
  };
}

/** The summary as lines. */
export function summaryLines({from, pages, facts}: Summary): string[] {
  const list = (word: string, ids: string[]) =>
    ids.length === 0
      ? []
      : [`  ${word} (${ids.length}): ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}`];
  const lines = [
    ...list('new', pages.added),
    ...list('gone', pages.removed),
    ...list('renamed', pages.renamed),
    ...list('changed', pages.changed),
  ];
  return [
    `pages since ${from}:`,
    ...(lines.length > 0 ? lines : ['  no difference']),
    `facts since ${from}:`,
    ...(facts.length > 0
      ? facts.map(
          ({table, added, removed, changed}) => `  ${table}: ${added} added, ${removed} removed, ${changed} changed`,
        )
      : ['  no difference']),
  ];
}
