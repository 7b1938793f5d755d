/** An opening, closing or self-closing tag as it stands in a piece of HTML. */
export interface Tag {
  name: string;
  kind: 'open' | 'close' | 'selfClosing';
  attributes: Map<string, string>;
  /** Attributes that are not written as name="value". */
  malformed: string[];
  /** Where the tag stands in the HTML, and where it is over. */
  offset: number;
  end: number;
}

export type HtmlPart = {tag: Tag} | {text: string; offset: number};

const TAG = /<(\/?)([A-Za-z][\w.:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/g;
const COMMENT = /<!--[\s\S]*?-->/g;
const ATTRIBUTE = /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;

/** Splits the HTML of a Markdown node into tags and what stands between them; comments are dropped. */
export function parseHtml(html: string): HtmlPart[] {
  // Blanked, not removed: offsets must keep pointing into the page.
  const source = html.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  const parts: HtmlPart[] = [];
  let end = 0;
  for (const match of source.matchAll(TAG)) {
    if (match.index > end) parts.push({text: source.slice(end, match.index), offset: end});
    const tag = readTag(match);
    parts.push({tag});
    end = tag.end;
  }
  if (end < source.length) parts.push({text: source.slice(end), offset: end});
  return parts;
}

function readTag(match: RegExpExecArray): Tag {
  const [, slash = '', name = '', attributes = '', selfClosing = ''] = match;
  const tag: Tag = {
    name,
    kind: slash ? 'close' : selfClosing ? 'selfClosing' : 'open',
    attributes: new Map(),
    malformed: [],
    offset: match.index,
    end: match.index + match[0].length,
  };
  for (const [written, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single;
    if (value === undefined) tag.malformed.push(written);
    else tag.attributes.set(key, decodeEntities(value));
  }
  return tag;
}

/** The few character references that an attribute needs: its own quote, and the signs of markup. */
function decodeEntities(value: string): string {
  const named: Record<string, string> = {quot: '"', apos: "'", '#39': "'", lt: '<', gt: '>', amp: '&'};
  return value.replace(/&(#39|\w+);/g, (whole, name: string) => named[name] ?? whole);
}
