import {byKind, figures, type Figures} from './metrics';
import type {Evaluation, QuerySet, Release} from './run';

const share = (value: number): string => value.toFixed(3).replace(/^0/, '').padStart(5);
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

function row(name: string, {queries, hit1, hit3, hit5, mrr, meantFirst, anchor}: Figures): string {
  const figuresOf = [hit1, hit3, hit5, mrr, meantFirst, anchor].map(share).join('  ');
  return `  ${name.padEnd(12)} ${String(queries).padStart(4)}  ${figuresOf}`;
}

const HEADER = `  ${'kind'.padEnd(12)}    n  hit@1  hit@3  hit@5    MRR  meant  place`;

/** The evaluation of one release with one set of queries, as lines. */
export function describe(
  {version, bytes}: Release,
  set: QuerySet,
  evaluation: Evaluation,
  times: readonly number[],
): string[] {
  const keys = [...times].sort((a, b) => a - b);
  const at = (part: number): string => `${(keys[Math.floor(keys.length * part)] ?? 0).toFixed(1)} ms`;
  const first = bytes.engine + bytes.heads;
  return [
    `${version}, ${set}`,
    HEADER,
    ...[...byKind(evaluation.outcomes)].map(([kind, outcomes]) => row(kind, figures(outcomes))),
    row('all', figures(evaluation.outcomes)),
    `  hits of another release: ${evaluation.foreign}; queries without an acceptable page: ${figures(evaluation.outcomes).empty}`,
    `  brotli: engine ${kilobytes(bytes.engine)}, headings ${kilobytes(bytes.heads)}, texts ${kilobytes(bytes.full)}; ` +
      `to the first hits ${kilobytes(first)}, all ${kilobytes(first + bytes.full)}`,
    `  index built in ${evaluation.buildMilliseconds.toFixed(0)} ms; a keystroke p50 ${at(0.5)}, p95 ${at(0.95)} (this machine, not slowed)`,
  ];
}

/** One line for a release without a rule, beside which the full figures stand. */
export function describeWithout(rule: string, evaluation: Evaluation, all: Figures): string {
  const without = figures(evaluation.outcomes);
  const change = without.mrr - all.mrr;
  return `${row(`- ${rule}`, without)}   ${change >= 0 ? '+' : '-'}${Math.abs(change).toFixed(3)}`;
}

/** The queries whose first hit is not the page and the place that they mean. */
export function misses(evaluation: Evaluation): string[] {
  return evaluation.outcomes
    .filter(({rank, meantFirst, anchorRight}) => rank !== 1 || !meantFirst || anchorRight === false)
    .map(({query, rank, anchorRight, first}) => {
      const place = anchorRight === false ? ' (other place)' : '';
      return `  ${rank}${place}  ${query.kind}: ${query.q}  -> ${query.pages[0]}, first ${first?.page ?? 'none'}#${first?.anchor ?? ''}`;
    });
}
