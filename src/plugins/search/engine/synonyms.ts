import {stem} from './stem';
import {words} from './tokenize';

/** One concept a line: what readers say, and the words of the pages. One way only. */
export type SynonymLines = readonly string[];

/** From the stem of the first word of what readers say to all entries that begin with it. */
export type Synonyms = ReadonlyMap<string, readonly Synonym[]>;

export interface Synonym {
  from: readonly string[];
  /** Each alternative is a word or a phrase. */
  to: readonly (readonly string[])[];
}

/**
 * @param lines `k8s => kubernetes`, `virtual machine, vm => instance, ec2 instance`
 * @throws at a line that is not of that form
 */
export function readSynonyms(lines: SynonymLines): Synonyms {
  const entries = new Map<string, Synonym[]>();
  for (const line of lines) {
    const sides = line.split('=>');
    const [said, meant] = sides.map(phrases);
    if (sides.length !== 2 || !said?.length || !meant?.length) {
      throw new Error(`the synonym line "${line}" is not of the form "said, said too => written, written too"`);
    }
    for (const from of said) {
      const first = stem(from[0]!);
      entries.set(first, [...(entries.get(first) ?? []), {from, to: meant}]);
    }
  }
  return entries;
}

const phrases = (side: string): string[][] =>
  side
    .split(',')
    .map(words)
    .filter((phrase) => phrase.length > 0);

/** The entries whose words, in any form, stand in a query from this position on, the longest first. */
export function synonymsAt(synonyms: Synonyms, terms: readonly string[], position: number): Synonym[] {
  return (synonyms.get(stem(terms[position] ?? '')) ?? [])
    .filter(({from}) => from.every((term, index) => stem(terms[position + index] ?? '') === stem(term)))
    .sort((a, b) => b.from.length - a.from.length);
}
