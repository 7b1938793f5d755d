import type {Html, Nodes, Parent, PhrasingContent, Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import type {VFile} from 'vfile';
import {escapeHtml} from '../escape-html';
import {failOn, pointInside, type PageProblem, type Point} from '../page-problems';
import {isElementName, wrapsText, type ElementName} from './elements';
import {expandTable, expandText, newPage, type Page} from './expand';
import {findRelease, loadFacts} from './load';
import {closingIndex, jsxAttributes, jsxContent, ownTag, startOf, startOfCode, tablesOnly} from './markdown';
import {mergeTexts, paragraph, text, textOf} from './nodes';
import {references, referenceText} from './references';
import {FactError} from './suggest';
import {parseHtml, type Tag} from './tags';

/**
 * Turns `<Facts>`, `<Fact>`, `<Term>`, `<Source>` and `{{table.key.field}}` of a page into ordinary
 * Markdown nodes, from the facts of the release that the page stands in. Everything that is wrong
 * in a page is reported at once.
 */
export default function remarkFacts() {
  return (tree: Root, file: VFile): void => {
    const expansion = new Expansion(file.path);
    expansion.children(tree, false);
    failOn(expansion.problems, file);
  };
}

/** Nodes whose children are text, where a table cannot stand. */
const PHRASING_PARENTS = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'textDirective',
  'leafDirective',
  'mdxJsxTextElement',
]);

const OWN_LINE = 'put it on a line of its own, with a blank line before and after';
const CLOSE_IT = 'end the tag with " />"';

/** One walk over one page. */
class Expansion {
  readonly problems: PageProblem[] = [];
  #page: Page | undefined;

  constructor(readonly path: string) {}

  /** Replaces the children of a node by what they expand to. */
  children(parent: Parent, insideLink: boolean): void {
    parent.children = PHRASING_PARENTS.has(parent.type)
      ? this.#phrasing(parent.children as PhrasingContent[], insideLink || parent.type === 'link')
      : parent.children.flatMap((node) => this.#flow(node));
  }

  #flow(node: RootContent): RootContent[] {
    if (node.type === 'html') return this.#flowHtml(node);
    if (node.type === 'mdxJsxFlowElement' && isElementName(node.name)) {
      return this.#jsx(node, node.name, false);
    }
    const tables = node.type === 'paragraph' ? tablesOnly(node.children) : null;
    if (tables) return tables.flatMap(({tag, node: html}) => this.#flowTag(tag, startOf(html)));
    return [this.#other(node, false)];
  }

  #phrasing(nodes: PhrasingContent[], insideLink: boolean): PhrasingContent[] {
    const expanded: PhrasingContent[] = [];
    for (let index = 0; index < nodes.length; index += 1) {
      const node = nodes[index] as PhrasingContent;
      const tag = node.type === 'html' ? ownTag(node) : undefined;
      if (node.type === 'mdxJsxTextElement' && isElementName(node.name)) {
        expanded.push(...(this.#jsx(node, node.name, insideLink) as PhrasingContent[]));
      } else if (tag) {
        const end = tag.kind === 'open' ? closingIndex(nodes, index, tag.name) : index;
        const content = this.#phrasing(nodes.slice(index + 1, Math.max(end, index)), true);
        expanded.push(...this.#inlineTag(tag, startOf(node), content, end !== -1, insideLink));
        index = Math.max(end, index);
      } else {
        expanded.push(this.#other(node, insideLink));
      }
    }
    return mergeTexts(expanded);
  }

  /** Code takes its references in, prose must not have any, all else is gone through. */
  #other<Node extends Nodes>(node: Node, insideLink: boolean): Node {
    if (node.type === 'inlineCode' || node.type === 'code') {
      node.value = this.#replaceReferences(node.value, startOfCode(node));
    } else if (node.type === 'link' || node.type === 'definition') {
      node.url = this.#replaceReferences(node.url, startOf(node));
    } else if (node.type === 'text') {
      for (const {written, reference, offset} of references(node.value)) {
        this.#report(
          pointInside(startOf(node), node.value, offset),
          `${written}: braces work in code only; write <Fact of="${reference}" /> in a sentence`,
        );
      }
    }
    if ('children' in node) this.children(node, insideLink);
    return node;
  }

  #inlineTag(tag: Tag, at: Point, content: PhrasingContent[], isClosed: boolean, insideLink: boolean) {
    const name = tag.name as ElementName;
    return this.#attempt(`<${name}>`, at, () => {
      if (tag.kind === 'close') throw new FactError('the closing tag closes nothing');
      if (name === 'Facts') throw new FactError(`a table cannot stand inside text; ${OWN_LINE}`);
      if (tag.kind === 'open' && !wrapsText(name)) throw new FactError(CLOSE_IT);
      if (!isClosed) throw new FactError(`</${name}> is missing in the same paragraph`);
      const nodes = expandText(this.#currentPage(), name, {...tag, content});
      return insideLink ? withoutLinks(nodes) : nodes;
    });
  }

  /** A JSX element of an `.mdx` page. */
  #jsx(node: MdxJsxFlowElement | MdxJsxTextElement, name: ElementName, insideLink: boolean): RootContent[] {
    const content = this.#phrasing(jsxContent(node), true);
    const element = {...jsxAttributes(node), content};
    return this.#attempt(`<${name}>`, startOf(node), (): RootContent[] => {
      if (content.length > 0 && !wrapsText(name)) throw new FactError('it takes no content');
      if (name === 'Facts') {
        if (node.type === 'mdxJsxFlowElement') return [expandTable(this.#currentPage(), element)];
        throw new FactError(`a table cannot stand inside text; ${OWN_LINE}`);
      }
      const nodes = expandText(this.#currentPage(), name, element);
      // MDX lifts an element that is alone in its paragraph; its text goes back into one.
      if (node.type === 'mdxJsxFlowElement') return [paragraph(nodes)];
      return insideLink ? withoutLinks(nodes) : nodes;
    });
  }

  /** HTML between blocks: our elements alone on their lines, or foreign HTML such as `<details>`. */
  #flowHtml(node: Html): RootContent[] {
    const parts = parseHtml(node.value);
    const tags = parts.flatMap((part) => ('tag' in part && isElementName(part.tag.name) ? [part.tag] : []));
    if (tags.length === 0) return [node];
    const isForeign = parts.some((part) => ('tag' in part ? !isElementName(part.tag.name) : part.text.trim() !== ''));
    if (isForeign) return [this.#foreignHtml(node, tags)];
    return tags.flatMap((tag) => this.#flowTag(tag, pointInside(startOf(node), node.value, tag.offset)));
  }

  #flowTag(tag: Tag, at: Point): RootContent[] {
    const name = tag.name as ElementName;
    return this.#attempt(`<${name}>`, at, (): RootContent[] => {
      if (tag.kind !== 'selfClosing') throw new FactError(CLOSE_IT);
      const element = {...tag, content: []};
      if (name === 'Facts') return [expandTable(this.#currentPage(), element)];
      return [paragraph(expandText(this.#currentPage(), name, element))];
    });
  }

  /**
   * Markdown does not look into a block of HTML, so only the text of a `<Fact>` can be put there:
   * links and tables would miss the rest of the build.
   */
  #foreignHtml(node: Html, tags: Tag[]): Html {
    let value = '';
    let end = 0;
    for (const tag of tags) {
      const nodes = this.#attempt(`<${tag.name}>`, pointInside(startOf(node), node.value, tag.offset), () => {
        if (tag.name === 'Fact' && tag.kind === 'selfClosing') {
          return expandText(this.#currentPage(), tag.name, {...tag, content: []});
        }
        const mend = tag.name === 'Facts' ? OWN_LINE : 'move it to a line that begins with text';
        throw new FactError(`Markdown takes these lines as HTML and does not look inside; ${mend}`);
      });
      value += node.value.slice(end, tag.offset) + escapeHtml(textOf(nodes));
      end = tag.end;
    }
    return {...node, value: value + node.value.slice(end)};
  }

  #replaceReferences(value: string, at: Point): string {
    let replaced = '';
    let end = 0;
    for (const {written, reference, offset} of references(value)) {
      const nodes = this.#attempt(written, pointInside(at, value, offset), () => [
        text(referenceText(this.#currentPage().facts, reference)),
      ]);
      replaced += value.slice(end, offset) + textOf(nodes);
      end = offset + written.length;
    }
    return replaced + value.slice(end);
  }

  /** The facts are looked for only when a page asks for one: not every page has a release. */
  #currentPage(): Page {
    if (!this.#page) {
      const release = findRelease(this.path);
      if (release === null) {
        throw new FactError('this page stands in no release: no folder above it has _facts');
      }
      this.#page = newPage(this.path, loadFacts(release));
    }
    return this.#page;
  }

  /** Notes a mistake of the page and goes on, so that one build shows all of them. */
  #attempt<Result>(what: string, at: Point, make: () => Result[]): Result[] {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof FactError)) throw error;
      this.#report(at, `${what}: ${error.message}`);
      return [];
    }
  }

  #report({line, column}: Point, message: string): void {
    this.problems.push({line, column, message});
  }
}

/** A link inside a link is not HTML: its text stays. */
const withoutLinks = (nodes: PhrasingContent[]): PhrasingContent[] =>
  nodes.flatMap((node) => (node.type === 'link' ? node.children : [node]));
