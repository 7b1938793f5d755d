import type {HtmlTagObject} from '@docusaurus/types';

/**
 * The type faces: name, file in static/fonts, weights, and what a late file does. Text that arrives late would move lines
 * (a fallback never wraps quite the same), so that page keeps its fallback. The letters of code all have one width.
 */
const faces = [
  ['Geist', 'geist', '400 700', 'optional'],
  ['JetBrains Mono', 'jetbrains-mono', '400', 'swap'],
] as const;

const rule = ([family, file, weight, display]: (typeof faces)[number]): string =>
  `@font-face{font-family:'${family}';src:url(/fonts/${file}.woff2) format('woff2');font-weight:${weight};font-display:${display}}`;

/**
 * The faces in the head of each page, fetched before the style sheet is there, so that the first paint has them. Not in the
 * style sheet: the bundler would give it copies of the files under other names, and what is fetched early would be unused.
 */
export const fontTags: HtmlTagObject[] = [
  ...faces.map(([, file]) => ({
    tagName: 'link',
    attributes: {
      rel: 'preload',
      href: `/fonts/${file}.woff2`,
      as: 'font',
      type: 'font/woff2',
      crossorigin: 'anonymous',
    },
  })),
  {tagName: 'style', attributes: {}, innerHTML: faces.map(rule).join('')},
];
