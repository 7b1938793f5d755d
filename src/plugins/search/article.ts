import {load, type CheerioAPI} from 'cheerio';

/** A stretch of a page below one heading, or one row of a facts table. */
export interface Section {
  /** 1 for the opening of the page, 2 to 6 for the heading's own level; a row stands one below its heading. */
  level: number;
  /** Empty for the opening of the page. */
  anchor: string;
  /** Headings from the page's title down to this one. */
  path: string[];
  /** Prose, list items and table lines, one a line. */
  text: string;
  /** Code blocks, one a paragraph. */
  code: string;
  row: boolean;
}

/** What a reader sees of one built page, with what its head says about it. */
export interface Article {
  title: string;
  description: string;
  keywords: string;
  language: string;
  version: string;
  tag: string;
  /** What the sidebar calls the page. */
  label: string;
  /** Labels of the categories that the page stands in, outermost first. */
  breadcrumbs: string[];
  sections: Section[];
}

// Nodes of the HTML parser, as far as the walk needs them.
interface HtmlNode {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: HtmlNode[];
}

const BLOCKS = new Set(
  'address article blockquote dd details div dl dt figcaption figure footer header hr li main ol p section summary table tr ul'.split(
    ' ',
  ),
);
/** Not text: drawings, controls, and what scripts and styles hold. */
const SKIPPED = new Set(['svg', 'button', 'input', 'label', 'style', 'script', 'noscript', 'template', 'iframe']);

/**
 * Reads one built page of the documentation.
 *
 * @param html the whole file
 * @returns null when the page has no article
 */
export function readArticle(html: string): Article | null {
  const $ = load(html);
  const root = $('article .theme-doc-markdown').get(0) as unknown as HtmlNode | undefined;
  const version = meta($, 'docsearch:version');
  if (root === undefined || version === '') return null;
  const title = $('article .theme-doc-markdown h1')
    .first()
    .text()
    .replace(/\u200b/g, '')
    .trim();
  const labels = $('.theme-doc-breadcrumbs .breadcrumbs__link')
    .map((_, item) => $(item).text().trim())
    .get()
    .filter((label) => label !== '');
  const article: Article = {
    title,
    description: meta($, 'description'),
    keywords: meta($, 'keywords').replaceAll(',', ', '),
    language: meta($, 'docsearch:language'),
    version,
    tag: meta($, 'docsearch:docusaurus_tag'),
    label: labels.at(-1) ?? title,
    breadcrumbs: labels.slice(0, -1),
    sections: [],
  };
  article.sections = new Walk(title).run(root);
  return article;
}

const meta = ($: CheerioAPI, name: string): string => $(`meta[name="${name}"]`).attr('content')?.trim() ?? '';

/** Goes through an article in reading order and files each piece under the heading above it. */
class Walk {
  private readonly sections: Section[] = [];
  private current: Section;
  private text = '';
  private code: string[] = [];
  private rows: Section[] = [];

  constructor(private readonly title: string) {
    this.current = {level: 1, anchor: '', path: [title], text: '', code: '', row: false};
  }

  run(root: HtmlNode): Section[] {
    this.visit(root);
    this.close();
    return this.sections;
  }

  private close(): void {
    this.sections.push({...this.current, text: tidy(this.text), code: this.code.join('\n\n')}, ...this.rows);
    this.text = '';
    this.code = [];
    this.rows = [];
  }

  private visit(node: HtmlNode): void {
    if (node.type === 'text') {
      this.text += (node.data ?? '').replace(/\s+/g, ' ');
      return;
    }
    const name = node.name ?? '';
    if (SKIPPED.has(name) || isFurniture(node)) return;
    if (/^h[1-6]$/.test(name)) return this.heading(node, Number(name[1]));
    if (name === 'pre') return this.block(node);
    if (name === 'figcaption') return this.caption(node);
    if (name === 'tr') return this.row(node);
    if (name === 'br') {
      this.text += '\n';
      return;
    }
    const block = BLOCKS.has(name);
    if (block) this.text += '\n';
    for (const child of node.children ?? []) this.visit(child);
    if (block) this.text += '\n';
  }

  private heading(node: HtmlNode, level: number): void {
    if (level === 1) return;
    this.close();
    const above = this.current.path.slice(0, 1);
    for (const section of [...this.sections].reverse()) {
      if (section.row || section.level >= level) continue;
      above.splice(0, above.length, ...section.path);
      break;
    }
    this.current = {
      level,
      anchor: node.attribs?.['id'] ?? '',
      path: [...(above.length > 0 ? above : [this.title]), plain(node)],
      text: '',
      code: '',
      row: false,
    };
  }

  /** Below a drawing stand its description, which is text of the page, and its source, which is not. */
  private caption(node: HtmlNode): void {
    for (const child of descendants(node, 'p')) this.text += `\n${plain(child)}\n`;
  }

  private block(node: HtmlNode): void {
    const lines = codeText(node).trim();
    if (lines !== '') this.code.push(lines);
    this.text += '\n';
  }

  /** A row with an anchor is a place of its own; any other row is a line of the section. */
  private row(node: HtmlNode): void {
    const cells = (node.children ?? []).filter((cell) => cell.name === 'td' || cell.name === 'th').map(plain);
    const id = node.attribs?.['id'];
    if (id === undefined) {
      this.text += `\n${cells.filter((cell) => cell !== '').join(' | ')}\n`;
      return;
    }
    // Routes begin with their method, and errors with their status: the name is in the first two cells then.
    const short = /^([A-Z]{2,7}|\d{3}|)$/.test(cells[0] ?? '');
    const name = short ? cells.slice(0, 2).join(' ').trim() : (cells[0] ?? '').replace(/ \((?:secret|required)\)$/, '');
    const rest = cells.slice(short ? 2 : 1).filter((cell) => cell !== '' && cell !== '—');
    this.rows.push({
      level: Math.min(6, this.current.level + 1),
      anchor: id,
      path: [...this.current.path, name],
      text: rest.join(' | '),
      code: '',
      row: true,
    });
  }
}

/** Links beside headings, filters over tables and tab strips are not the page's own text. */
function isFurniture({attribs = {}}: HtmlNode): boolean {
  return (
    attribs['class']?.split(' ').includes('hash-link') === true ||
    attribs['role'] === 'search' ||
    attribs['data-facts-filter'] !== undefined ||
    attribs['role'] === 'tablist'
  );
}

const descendants = (node: HtmlNode, name: string): HtmlNode[] =>
  (node.children ?? []).flatMap((child) => (child.name === name ? [child] : descendants(child, name)));

function plain(node: HtmlNode): string {
  if (node.type === 'text') return (node.data ?? '').replace(/[\s\u200b]+/g, ' ');
  if (SKIPPED.has(node.name ?? '') || isFurniture(node)) return '';
  if (node.name === 'br') return ' ';
  return tidy((node.children ?? []).map(plain).join('')).replaceAll('\n', ' ');
}

function codeText(node: HtmlNode): string {
  if (node.type === 'text') return node.data ?? '';
  if (node.name === 'br') return '\n';
  return (node.children ?? []).map(codeText).join('');
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0\u200b]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
