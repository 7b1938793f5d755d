import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';
import type {Definition, Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {parseMarkdown} from '../../lint/markdown';
import {filesBelow} from './files';

/**
 * A release is frozen as one folder, so nothing in it may reach outside: not a link, an image, an import, a `require`,
 * nor a facts file by path. Works on files as they are written, partials included, so that the message has the line.
 */

/** A place that reaches outside the release, and the way back in. */
export type Reach = {line: number; what: string; mend: string};

/** Something that a file refers to. `code` is a string of a program, which may be no path at all. */
type Target = {url: string; kind: 'link' | 'image' | 'code'; line: number};

/** What a page may import from the site: components, whose behaviour is not part of what a release says. */
const SHARED_CODE = /^@(site\/src|theme|theme-original|docusaurus)\b/;

/**
 * Every place of one page or partial that reaches outside its release.
 *
 * @param file path inside the release
 */
export function outsideReach(file: string, tree: Root): Reach[] {
  return reachOf(file, targetsOf(tree));
}

/**
 * Checks a whole release folder.
 *
 * @returns one line each: `file:line: what: mend`
 */
export function boundsProblems(siteDir: string, folder: string): string[] {
  return filesBelow(join(siteDir, folder))
    .filter((file) => /\.(mdx?|[jt]sx?)$/.test(file))
    .flatMap((file) =>
      reachOfFile(file, readFileSync(join(siteDir, folder, file), 'utf8')).map(
        ({line, what, mend}) => `${folder}/${file}:${line}: ${what}: ${mend}`,
      ),
    );
}

function reachOfFile(file: string, source: string): Reach[] {
  if (!/\.mdx?$/.test(file)) return reachOf(file, [...codeTargets(source, 1), ...markupTargets(source, 1)]);
  // Parsing all pages of all releases would be most of what a release command takes.
  return mayReachOut(file, source) ? outsideReach(file, parseMarkdown(source, file.endsWith('.mdx')).tree) : [];
}

/** False when no word of a text, wherever it stands in it, would reach outside. */
function mayReachOut(file: string, source: string): boolean {
  const hasImages = /!\[|\bsrc\s*=/.test(source);
  return source
    .split(/[\s()<>[\]{}"'`=]+/)
    .some((url) => complaint(file, {url, kind: hasImages ? 'image' : 'link', line: 1}) !== undefined);
}

function reachOf(file: string, targets: readonly Target[]): Reach[] {
  return targets.flatMap((target) => {
    const found = complaint(file, target);
    return found ? [{line: target.line, ...found}] : [];
  });
}

function complaint(file: string, {url, kind}: Target): {what: string; mend: string} | undefined {
  const address = url.replace(/^pathname:\/\//, '');
  if (kind === 'image' && address.startsWith('/'))
    return {what: `${url} is an image outside this release`, mend: 'put it beside the page and use a relative path'};
  if (/^\/docs(?=\/|$|[#?])/.test(address))
    return {what: `${url} is an address of a release, not of this one`, mend: 'use a relative link to the file'};
  if (url.startsWith('@site') && !(kind === 'code' && SHARED_CODE.test(url)))
    return {what: `${url} is a file outside this release`, mend: 'use a relative path inside it'};
  const isRelative = kind === 'code' ? /^\.\.?\//.test(url) : !/^(?:[a-z][\w+.-]*:|[/#?@])/i.test(url);
  const path = url.split(/[?#]/)[0] ?? '';
  if (isRelative && path.includes('..') && join('release', dirname(file), path).split('/')[0] !== 'release')
    return {what: `${url} leads out of the folder of this release`, mend: 'use a relative path inside it'};
  return undefined;
}

function targetsOf(tree: Root): Target[] {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    // The first one counts.
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const targets: Target[] = [];
  visit(tree, (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'link' || node.type === 'definition') targets.push({url: node.url, kind: 'link', line});
    else if (node.type === 'image') targets.push({url: node.url, kind: 'image', line});
    else if (node.type === 'imageReference') {
      const url = definitions.get(node.identifier)?.url;
      if (url !== undefined) targets.push({url, kind: 'image', line});
    } else if (node.type === 'html') targets.push(...markupTargets(node.value, line));
    else if (node.type === 'mdxjsEsm' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      targets.push(...codeTargets(node.value, line));
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes) targets.push(...attributeTargets(attribute, line));
    }
  });
  return targets;
}

type Attribute = Extract<Nodes, {type: 'mdxJsxFlowElement'}>['attributes'][number];

function attributeTargets(attribute: Attribute, line: number): Target[] {
  const {value} = attribute;
  if (attribute.type === 'mdxJsxExpressionAttribute') return codeTargets(attribute.value, line);
  const kind = PATH_ATTRIBUTES[attribute.name];
  if (typeof value === 'string') return kind ? [{url: value, kind, line}] : [];
  return value ? codeTargets(value.value, line, kind) : [];
}

/** Attributes whose value is an address. */
const PATH_ATTRIBUTES: Readonly<Record<string, Target['kind'] | undefined>> = {src: 'image', href: 'link', to: 'link'};

/** The strings of a program. A name of a path cannot be told from other text, so only what looks like one counts. */
function codeTargets(source: string, firstLine: number, kind: Target['kind'] = 'code'): Target[] {
  return [...source.matchAll(/(["'`])((?:\.\.?\/|\/|@|pathname:).*?)\1/g)].map(({2: url = '', index}) => ({
    url,
    kind,
    line: firstLine + linesBefore(source, index),
  }));
}

function markupTargets(source: string, firstLine: number): Target[] {
  const attributes = source.matchAll(/\b(src|href)\s*=\s*\{?\s*(["'])(.*?)\2/g);
  return [...attributes].map(({1: name, 3: url = '', index}) => ({
    url,
    kind: name === 'src' ? 'image' : 'link',
    line: firstLine + linesBefore(source, index),
  }));
}

function linesBefore(source: string, index: number): number {
  return source.slice(0, index).split('\n').length - 1;
}
