/** What of a page's front matter says how much a reader wants it found. */
export type Weighed = Readonly<Record<string, unknown>>;

/** Pages that describe what is gone, planned or written down elsewhere step back behind those that help today. */
const STATUS: Record<string, number> = {deprecated: 0.7, superseded: 0.7, planned: 0.7, historic: 0.7};
/** On equal score a reader rather wants to do than to know how it works inside. */
const KIND: Record<string, number> = {tutorial: 1.04, 'how-to': 1.04, reference: 1, explanation: 0.98};

/** The factor on a page's score: `search_weight` of its front matter, or what its kind and status suggest. */
export function weightOf(frontMatter: Weighed): number {
  const {search_weight, kind, status} = frontMatter;
  if (typeof search_weight === 'number' && search_weight > 0) return search_weight;
  const factor = (STATUS[String(status)] ?? 1) * (KIND[String(kind)] ?? 1);
  return Math.round(factor * 1000) / 1000;
}
