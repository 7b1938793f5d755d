import GithubSlugger from 'github-slugger';
import type {Nodes, Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {readFrontMatter} from './front-matter';
import {parseMarkdown} from './markdown';
import {maskProse} from './prose';
import type {Fence, Page, PageHeading, PageLink} from './types';

/** Reads one Markdown file. The tree is parsed only when a rule asks for something that needs it. */
export function createPage(file: string, release: string, source: string): Page {
  const mdx = file.endsWith('.mdx');
  const pathInRelease = file.slice(release.length + 1);
  const parsed = once(() => parseMarkdown(source, mdx));
  const tree = (): Root => parsed().tree;
  const lines = once(() => source.split('\n'));
  const frontMatter = once(() => readFrontMatter(source));
  const headings = once(() => headingsOf(tree()));
  const fences = once(() => fencesOf(tree()));
  const links = once(() => linksOf(tree()));
  const prose = once(() => maskProse(source, tree()));
  return {
    file,
    release,
    id: pathInRelease.replace(/\.mdx?$/, ''),
    partial: pathInRelease.split('/').some((part) => part.startsWith('_')),
    mdx,
    source,
    get lines() {
      return lines();
    },
    get frontMatter() {
      return frontMatter();
    },
    get syntaxFault() {
      return parsed().fault;
    },
    get tree() {
      return tree();
    },
    get headings() {
      return headings();
    },
    get fences() {
      return fences();
    },
    get links() {
      return links();
    },
    get prose() {
      return prose();
    },
  };
}

/** First line of a node; nodes of a parsed file always have a position. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function once<Value>(make: () => Value): () => Value {
  let made: {value: Value} | undefined;
  return () => (made ??= {value: make()}).value;
}

function headingsOf(tree: Root): PageHeading[] {
  const slugger = new GithubSlugger();
  const headings: PageHeading[] = [];
  visit(tree, 'heading', (node) => {
    const [, text = '', explicitId] = /^(.*?)\s*(?:\{#?([\w-]+)\})?$/s.exec(toString(node)) ?? [];
    // A repeated heading gets `-1` from Docusaurus; here the plain slug stays, so that the repetition shows.
    slugger.reset();
    headings.push({depth: node.depth, text, id: explicitId ?? slugger.slug(text), line: lineOf(node)});
  });
  return headings;
}

function fencesOf(tree: Root): Fence[] {
  const fences: Fence[] = [];
  visit(tree, 'code', (node) => {
    fences.push({language: node.lang ?? undefined, code: node.value, line: lineOf(node), node});
  });
  return fences;
}

function linksOf(tree: Root): PageLink[] {
  const links: PageLink[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') {
      links.push({url: node.url, kind: 'link', line: lineOf(node)});
    } else if (node.type === 'image') {
      links.push({url: node.url, kind: 'image', line: lineOf(node)});
    } else if (node.type === 'html') {
      for (const match of node.value.matchAll(/\b(href|src)="([^"]*)"/g)) {
        links.push({url: match[2] ?? '', kind: match[1] === 'src' ? 'image' : 'link', line: lineOf(node)});
      }
    }
  });
  return links;
}
