import {createHash} from 'node:crypto';
import {PurgeCSS} from 'purgecss';

/** What keeps a rule: words that could be a class, id, element, attribute or value of the site, and variables by name. */
export type Vocabulary = {words: Set<string>; variables: Set<string>};

const word = /[\w-]+/g;
const variable = /--[\w-]+/g;

/** Class names that are recognised in any code: of a CSS module, of a block with parts, of DocSearch. */
const className = /(?:^[a-zA-Z][\w-]*_[\w-]{4}$|__|[a-z]--[a-z]|^DocSearch|^nprogress|^theme-)/;

/** Plain words that only scripts set; everything else that they make is on some page as well. */
const states = ['clean-list', 'peg', 'spinner', 'spinner-icon', 'bar', 'kbd', 'mark', 'aria-busy'];

/** Parts of Docusaurus's theme that are in its code and, by this site's configuration, on no page. */
const switchedOff = [
  /announcementBar/i,
  /collapseSidebar/,
  /expandButton/,
  /sidebar(Logo|Hidden|WithHideable)/,
  /docSidebarContainerHidden|docMainContainerEnhanced|docItemWrapperEnhanced/,
  /navbar(Hideable|Hidden)|anchorTargetHideOnScroll/,
  /dropdown/,
  /footer__(logo|title|item|col)|footerLogo/,
  /navbar--(dark|primary)|darkNavbar|footer--dark/,
  /navbar__(logo|title)/,
  /menu__caret|menu__list-item-(collapsible|-collapsed)/,
  /iconLanguage|menuHtmlItem/,
  /DocSearch-(AskAi|Sidepanel|Conversation)|DocSearck/,
];

/** Adds what a page needs: what stands inside its tags and its scripts, not its text. */
export function readPage(html: string, {words}: Vocabulary): void {
  for (const part of html.match(/<script[\s\S]*?<\/script>|<[a-zA-Z][^>]*>/g) ?? []) {
    for (const found of part.match(word) ?? []) words.add(found);
  }
}

/** Adds what a script could put on a page. */
export function readScript(code: string, {words, variables}: Vocabulary): void {
  for (const found of code.match(word) ?? []) if (className.test(found)) words.add(found);
  for (const found of code.match(variable) ?? []) variables.add(found);
}

/** A style sheet without the rules that no page and no script could need. */
export async function purge(css: string, {words, variables}: Vocabulary): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{raw: [...words, ...states].sort().join(' '), extension: 'txt'}],
    css: [{raw: css}],
    defaultExtractor: (text) => text.split(' '),
    keyframes: true,
    variables: true,
    safelist: {variables: [...variables].sort()},
    blocklist: switchedOff,
  });
  return result!.css;
}

/** The name of a style sheet after its content: the bundler named it after what it was before. */
export function renamed(file: string, css: string): string {
  return file.replace(/\.[0-9a-f]{8}\.css$/, `.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`);
}
