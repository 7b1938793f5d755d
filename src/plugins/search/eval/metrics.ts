/** One query of the committed set, with the pages that answer it. */
export interface EvalQuery {
  q: string;
  kind: string;
  /** Page ids, the one meant first. */
  pages: string[];
  /** Anchors of which one should be the place that a hit leads to, where that is certain. */
  anchor?: string[];
  /** Releases that the query is for; without it, every one that is evaluated. */
  releases?: string[];
}

/** What a search answered, in the order in which a reader sees it. */
export interface Found {
  /** Page id. */
  page: string;
  anchor: string;
}

export interface Outcome {
  query: EvalQuery;
  /** Place of the first acceptable page among the distinct pages, from 1; 0 when it is not there. */
  rank: number;
  meantFirst: boolean;
  /** What a reader sees first. */
  first: Found | undefined;
  /** Null when the query names no anchor. */
  anchorRight: boolean | null;
  milliseconds: number;
}

/** @param found hits in the order in which a reader sees them, all of a page together */
export function judge(query: EvalQuery, found: readonly Found[], milliseconds: number): Outcome {
  const pages = [...new Set(found.map(({page}) => page))];
  const rank = pages.findIndex((page) => query.pages.includes(page)) + 1;
  const first = found.find(({page}) => query.pages.includes(page));
  return {
    query,
    rank,
    meantFirst: pages[0] === query.pages[0],
    first: found[0],
    anchorRight: query.anchor ? first !== undefined && query.anchor.includes(first.anchor) : null,
    milliseconds,
  };
}

export interface Figures {
  queries: number;
  hit1: number;
  hit3: number;
  hit5: number;
  mrr: number;
  meantFirst: number;
  anchor: number;
  empty: number;
  p50: number;
  p95: number;
}

/** Shares are from 0 to 1; times are milliseconds. */
export function figures(outcomes: readonly Outcome[]): Figures {
  const share = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length / outcomes.length;
  const anchored = outcomes.filter(({anchorRight}) => anchorRight !== null);
  const times = outcomes.map(({milliseconds}) => milliseconds).sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    queries: outcomes.length,
    hit1: share(({rank}) => rank === 1),
    hit3: share(({rank}) => rank > 0 && rank <= 3),
    hit5: share(({rank}) => rank > 0 && rank <= 5),
    mrr: outcomes.reduce((sum, {rank}) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / outcomes.length,
    meantFirst: share((outcome) => outcome.meantFirst),
    anchor: anchored.length === 0 ? 1 : anchored.filter(({anchorRight}) => anchorRight).length / anchored.length,
    empty: outcomes.filter(({rank}) => rank === 0).length,
    p50: at(0.5),
    p95: at(0.95),
  };
}

/** The outcomes of each kind, in the order in which the kinds first occur. */
export function byKind(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  const kinds = new Map<string, Outcome[]>();
  for (const outcome of outcomes) kinds.set(outcome.query.kind, [...(kinds.get(outcome.query.kind) ?? []), outcome]);
  return kinds;
}
