import type {Block} from './blocks';
import type {SiteRelease} from './site';

export type Word = {word: string; before: number; after: number};
export type Shift = {came: Word[]; left: Word[]};

/** Names: EC2, KMS, SaaS, GitHub, two words such as "Fly Machines", and one within a sentence. Other words say little. */
const NAME = /\b[A-Z][a-z]+ [A-Z][a-z]{2,}s?\b|\b(?:[A-Z][a-z]*){2,}\d*\b|\b[A-Z]+\d+\b|(?<=[a-z,] )[A-Z][a-z]{2,}\b/g;

/** A name has to stand this many times more, or fewer, to count as come or gone. */
const TIMES = 6;

/** Which names the pages of one release speak of and those of the other do not, by how often. */
export function vocabularyShift(before: SiteRelease, after: SiteRelease, limit = 10): Shift {
  const old = namesOf(before);
  const fresh = namesOf(after);
  const words: Word[] = [...new Set([...old.keys(), ...fresh.keys()])].map((word) => ({
    word,
    before: old.get(word) ?? 0,
    after: fresh.get(word) ?? 0,
  }));
  const pick = (gain: (word: Word) => number) =>
    words
      // At least twice as often: a name that is a little more in use tells nothing.
      .filter(
        (word) => gain(word) >= TIMES && Math.max(word.before, word.after) >= 2 * Math.min(word.before, word.after),
      )
      .sort((a, b) => gain(b) - gain(a) || (a.word < b.word ? -1 : 1))
      .slice(0, limit);
  return {came: pick(({before: a, after: b}) => b - a), left: pick(({before: a, after: b}) => a - b)};
}

function namesOf(release: SiteRelease): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of release.pages.values()) {
    for (const {title, blocks} of page.sections) {
      for (const text of [title, ...blocks.map(textOf)]) {
        for (const [name] of text.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Prose only: names inside code are what a reader types, and the facts tell about those. */
function textOf(block: Block): string {
  const text = block.kind === 'prose' ? block.text : block.kind === 'list' ? block.items.join('\n') : '';
  return text.replace(/`[^`]*`/g, '');
}
