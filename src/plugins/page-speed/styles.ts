import {createHash} from 'node:crypto';
import postcss, {type ChildNode, type Declaration, type Root, type Rule} from 'postcss';
import {PurgeCSS} from 'purgecss';

/** What keeps a rule: words that could be a class, id, element, attribute or value of the site, and variables by name. */
export type Vocabulary = {words: Set<string>; variables: Set<string>};

const word = /[\w-]+/g;
const variable = /--[\w-]+/g;

/** Class names that are recognised in any code: of a CSS module, of a block with parts, of DocSearch. */
const className =
  /(?:^[a-zA-Z][\w-]*_[\w-]{4}$|__|[a-z]--[a-z]|^DocSearch|^navbar-sidebar|^nprogress|^theme-|^(?:aria|data)-)/;

/** Plain words that only scripts set; everything else that they make is on some page as well. */
const states = [
  'clean-list',
  'peg',
  'spinner',
  'spinner-icon',
  'bar',
  'kbd',
  'mark',
  'true',
  'false',
  'hidden',
  'open',
];

/**
 * Parts of Docusaurus's theme that its code can draw and that, if a page had one, would be in that page's HTML as well.
 * Being named in the code is no reason to keep their rules.
 */
const inPagesIfAnywhere = [
  /[aA]nnouncementBar|closeButton_|highlighted-line|text--truncate|collapseSidebar|expandButton|sidebar(Logo|Hidden|WithHideable)|[hH]ideable|navbarHidden|HideOnScroll/,
  /docSidebarContainerHidden|docMainContainerEnhanced|docItemWrapperEnhanced|menuHtmlItem|menuExternalLink/,
  /dropdown|footerLogo|footer__(logo|title|item|col)|(navbar|footer)--(dark|primary)|darkNavbar|navbar__(logo|title)/,
  /menu__caret|menu__list-item-collapsible|menu__list-item--collapsed|menu__link--sublist|iconLanguage|iconEdit/,
  /^tag(s|WithCount|Regular)?_|^details_|themedComponent|lastUpdated|containsTaskList|codeLine|codeBlock(Title|Standalone|LinesWith)/,
  /button--(secondary|outline)|badge--|hero__|col-|noPrint|^img_/,
  /DocSearch-(AskAi|Sidepanel|Conversation)|DocSearck/,
];

const isClassOfState = (found: string): boolean =>
  className.test(found) && !inPagesIfAnywhere.some((part) => part.test(found));

/** Adds what a page needs: what stands inside its tags and its scripts, not its text. */
export function readPage(html: string, {words, variables}: Vocabulary): void {
  for (const part of html.match(/<script[\s\S]*?<\/script>|<[a-zA-Z][^>]*>/g) ?? []) {
    for (const found of part.match(word) ?? []) words.add(found);
    for (const found of part.match(/var\((--[\w-]+)/g) ?? []) variables.add(found.slice(4));
  }
}

/** Adds what a script could put on a page. */
export function readScript(code: string, {words, variables}: Vocabulary): void {
  for (const found of code.match(word) ?? []) if (isClassOfState(found)) words.add(found);
  for (const found of code.match(variable) ?? []) variables.add(found);
}

/** Adds the variables of a sheet that is loaded later: it reads those of the first one. */
export function readStyle(css: string, {variables}: Vocabulary): void {
  for (const found of css.match(variable) ?? []) variables.add(found);
}

/** Names of the at-rules around a rule. */
function around(node: ChildNode): string[] {
  const parent = node.parent as ChildNode | undefined;
  if (!parent) return [];
  return [...(parent.type === 'atrule' ? [parent.name] : []), ...around(parent)];
}

const ofRoot = /^(:root|html|:where\(:root\)|html\[data-theme=\S+\]|\[data-theme=\S+\](:root)?)$/;

/** Variables that Docusaurus sets on <html> in a cascade layer and we set there outside of any: ours always win. */
function dropOverruled(root: Root): void {
  const ours = new Set<string>();
  root.walkRules((rule) => {
    if (around(rule).length === 0 && rule.selectors.includes(':root')) {
      rule.walkDecls(/^--/, ({prop}) => void ours.add(prop));
    }
  });
  root.walkRules((rule) => {
    if (around(rule).includes('layer') && rule.selectors.every((selector) => ofRoot.test(selector))) {
      rule.walkDecls(/^--/, (declaration) => void (ours.has(declaration.prop) && declaration.remove()));
    }
  });
}

/** Variables that nothing reads, and then those that only these read. */
function dropUnread(root: Root, readByScripts: ReadonlySet<string>): void {
  for (let removed = 1; removed > 0;) {
    removed = 0;
    const read = new Set(readByScripts);
    root.walkDecls(({value}) => {
      for (const name of value.match(variable) ?? []) read.add(name);
    });
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      removed++;
    });
  }
}

/** A variable that a few rules read saves nothing: its name is longer than its value. */
const FEW = 2;

/**
 * Puts values in the place of variables that are set once, for the whole page and without reading another variable, and
 * are read by a few rules and by nothing outside of this sheet.
 */
function inlineConstants(root: Root, readElsewhere: ReadonlySet<string>): void {
  const settings = new Map<string, Declaration[]>();
  const readings = new Map<string, Declaration[]>();
  const add = (map: typeof settings, name: string, declaration: Declaration) =>
    map.set(name, [...(map.get(name) ?? []), declaration]);
  root.walkDecls((declaration) => {
    if (declaration.prop.startsWith('--')) add(settings, declaration.prop, declaration);
    for (const name of declaration.value.match(variable) ?? []) add(readings, name, declaration);
  });
  for (const [name, [setting, another]] of settings) {
    const readers = readings.get(name) ?? [];
    const rule = setting?.parent;
    if (!setting || another || readElsewhere.has(name) || setting.value.includes('var(') || readers.length > FEW)
      continue;
    if (rule?.type !== 'rule' || (rule as Rule).selector !== ':root') continue;
    // With a second choice, as in `var(--a, 1px)`, it stays.
    if (!readers.every(({value}) => value.includes(`var(${name})`))) continue;
    // Minified, `var(--a)0` has no space, which a value needs.
    const reading = new RegExp(`var\\(${name}\\)(?=([\\w.#%-])?)`, 'g');
    for (const reader of readers) {
      reader.value = reader.value.replace(reading, (_, next?: string) => setting.value + (next ? ' ' : ''));
    }
    setting.remove();
  }
}

function dropEmpty(root: Root): void {
  root.walk((node) => {
    if ((node.type === 'rule' || (node.type === 'atrule' && node.name !== 'layer')) && node.nodes?.length === 0)
      node.remove();
  });
}

/** A style sheet without the rules that no page and no script could need. */
export async function purge(css: string, {words, variables}: Vocabulary): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{raw: [...words, ...states].sort().join(' '), extension: 'txt'}],
    // A pseudo-class alone names nothing that could be looked for; with the star that it stands for, it stays.
    css: [{raw: css.replace(/(?<=^|[{},(])(?=:(?!root|where|is|not|host)[a-z-]+[,{)])/g, '*')}],
    defaultExtractor: (text) => text.split(' '),
    keyframes: true,
  });
  const root = postcss.parse(result!.css);
  dropOverruled(root);
  dropUnread(root, variables);
  inlineConstants(root, variables);
  dropEmpty(root);
  return root.toString();
}

/** The name of a style sheet after its content: the bundler named it after what it was before. */
export function renamed(file: string, css: string): string {
  return file.replace(/\.[0-9a-f]{8}\.css$/, `.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`);
}
