import * as z from 'zod';
import {parseJson} from '../json';
import type {Manifest} from './manifest';

/** Addresses of the current release that the next one may not lose without an answer. */

const contractSchema = z.strictObject({
  $about: z.string().optional(),
  /** Anchors with a new name: the page's present id to {old anchor: new anchor}. */
  anchors: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Pages and anchors that are gone for good. `page` or `page#anchor` to why, and what to read instead. */
  tombstones: z
    .record(z.string(), z.strictObject({reason: z.string().min(1), successor: z.string().min(1)}))
    .default({}),
});

/** `docs/_contract.json`: what the next release says about addresses that it does not keep. Frozen with it. */
export type Contract = z.infer<typeof contractSchema>;

export const CONTRACT = '_contract.json';
export const NO_CONTRACT: Contract = {anchors: {}, tombstones: {}};

/** Reads the text of a contract file. @throws with the file and each wrong field, or the line that is no JSON */
export function parseContract(text: string, file: string): Contract {
  const result = contractSchema.safeParse(parseJson(text, file));
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/** The promises of one release: page ids with the ids on them. */
export type Promised = Manifest['pages'];

type Inputs = {
  /** Name of the release that made the promises. */
  from: string;
  promised: Promised;
  /** What the next release has. */
  next: Promised;
  /** New page id to old page id. */
  renamed: Readonly<Record<string, string>>;
  contract: Contract;
};

/** Every promise that is broken without an answer, each with its mends, and every answer that leads nowhere. */
export function brokenPromises({from, promised, next, renamed, contract}: Inputs): string[] {
  const problems: string[] = [];
  const newIds = new Map(Object.entries(renamed).map(([fresh, old]) => [old, fresh]));
  for (const [id, page] of Object.entries(promised)) {
    const idNow = next[id] ? id : (newIds.get(id) ?? id);
    const now = next[idNow];
    const route = `/docs${page.route === '' ? '' : `/${page.route}`}`;
    if (!now) {
      if (contract.tombstones[id] === undefined) {
        problems.push(
          `${id}: ${from} has this page (${route}) and next has not: rename it with "page:move", or write a tombstone "${id}" in docs/${CONTRACT}, with the reason and the successor, to which ${route} will lead`,
        );
      }
      continue;
    }
    const ids = new Set(now.anchors);
    for (const anchor of page.anchors) {
      const alias = contract.anchors[idNow]?.[anchor];
      if (ids.has(anchor) || (alias !== undefined && ids.has(alias)) || contract.tombstones[`${id}#${anchor}`])
        continue;
      problems.push(
        `${id}#${anchor}: ${from} has this anchor and next has not: write {#${anchor}} after the heading, or name its successor in docs/${CONTRACT} (anchors."${idNow}"."${anchor}")`,
      );
    }
  }
  for (const [what, {successor}] of Object.entries(contract.tombstones)) {
    const [id = '', anchor] = successor.split('#');
    const page = next[id];
    if (!page) problems.push(`tombstone ${what}: its successor ${successor} is no page of next`);
    else if (anchor !== undefined && !page.anchors.includes(anchor)) {
      problems.push(`tombstone ${what}: ${id} has no anchor #${anchor}`);
    }
  }
  return problems;
}
