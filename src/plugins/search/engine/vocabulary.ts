import {stem} from './stem';

/** The words of an index: whether one is known, which begin like it, which share its stem. */
export class Vocabulary {
  /** Each word with how often it occurs. */
  readonly counts = new Map<string, number>();
  private sorted: string[] | null = null;
  private stems: Map<string, string[]> | null = null;

  add(term: string): void {
    this.counts.set(term, (this.counts.get(term) ?? 0) + 1);
  }

  has(term: string): boolean {
    return this.counts.has(term);
  }

  /** Whether some word begins with these letters. */
  hasPrefix(letters: string): boolean {
    this.sorted ??= [...this.counts.keys()].sort();
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < letters) low = middle + 1;
      else high = middle;
    }
    return this.sorted[low]?.startsWith(letters) ?? false;
  }

  /** Other words with the same stem. */
  relatives(term: string): string[] {
    this.stems ??= this.readStems();
    return (this.stems.get(stem(term)) ?? []).filter((other) => other !== term);
  }

  private readStems(): Map<string, string[]> {
    const stems = new Map<string, string[]>();
    for (const term of this.counts.keys()) {
      const key = stem(term);
      const known = stems.get(key);
      if (known) known.push(term);
      else stems.set(key, [term]);
    }
    return stems;
  }
}
