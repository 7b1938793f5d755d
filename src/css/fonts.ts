import type {HtmlTagObject} from '@docusaurus/types';

/** The type faces: name, file in static/fonts, weights. */
const faces = [
  ['Geist', 'geist', '400 700'],
  ['JetBrains Mono', 'jetbrains-mono', '400'],
] as const;

/**
 * A page whose face comes late keeps its fallback. Another face would move lines, and the browser lays out the whole page a
 * second time for it, even for code, whose letters have one width: on the longest page 0.1 s on a slow processor.
 */
const rule = ([family, file, weight]: (typeof faces)[number]): string =>
  `@font-face{font-family:'${family}';src:url(/fonts/${file}.woff2) format('woff2');font-weight:${weight};font-display:optional}`;

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
