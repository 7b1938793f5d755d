import path from 'node:path';
import type {PhrasingContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {address, asText} from './cells';
import {checkAttributes, type Attributes, type ElementName} from './elements';
import {valueAt} from './fields';
import {code, component, link, table, text, textOf} from './nodes';
import {lookUp, parseColumns, parseTable, select} from './query';
import {fileUrl} from './repositories';
import type {GlossaryTerm} from './schemas/glossary';
import type {Repository} from './schemas/repositories';
import {didYouMean, FactError} from './suggest';
import {tableSpec, type Item, type TableName} from './tables';
import type {Facts} from './validate';

/** From this many rows on a table can be filtered: shorter ones are taken in at a glance. */
export const FILTER_FROM = 12;

/** A page while it is expanded: anchors and filters are counted over all of its tables. */
export interface Page {
  path: string;
  facts: Facts;
  anchors: Set<string>;
  filters: number;
}

/** A page before its first element: no anchor taken, no filter given away. */
export const newPage = (pagePath: string, facts: Facts): Page => ({
  path: pagePath,
  facts,
  anchors: new Set(),
  filters: 0,
});

/** An element of a page, in whichever syntax it was written. */
export interface Element {
  attributes: Attributes;
  /** Attributes that could not be read. */
  malformed: string[];
  /** What stands between the tags, expanded already. */
  content: PhrasingContent[];
}

/** An element that becomes text: all but `Facts`. */
export function expandText(
  page: Page,
  name: Exclude<ElementName, 'Facts'>,
  {attributes, malformed, content}: Element,
): PhrasingContent[] {
  checkAttributes(name, attributes, malformed);
  if (name === 'Term') return termLink(page, attributes, content);
  if (name === 'Source') return sourceLink(page, attributes, content);
  return factValue(page, attributes);
}

/** `<Facts table="env-vars" where="…" columns="…" sort="…" />`: a Markdown table in its component. */
export function expandTable(page: Page, {attributes, malformed}: Element): MdxJsxFlowElement {
  checkAttributes('Facts', attributes, malformed);
  const name = parseTable(attributes.get('table') ?? '');
  const columns = parseColumns(name, attributes.get('columns'));
  const items = select(page.facts, name, attributes.get('where') ?? '', attributes.get('sort'));
  const spec = tableSpec(name);
  const rows = items.map((item) => ({
    id: rowAnchor(page, name, item),
    cells: columns.map(({field}) => (spec.cells[field] ?? asText)(valueAt(item, field), item)),
  }));
  return component('FactsTable', {title: spec.title, ...filter(page, rows.length)}, [
    table(
      columns.map(({label}) => label),
      rows,
    ),
  ]);
}

/** A long table gets a filter, whose state lives in the address under a name of its own. */
function filter(page: Page, rows: number): Record<string, string> {
  if (rows < FILTER_FROM) return {};
  page.filters += 1;
  return {filter: page.filters === 1 ? 'filter' : `filter-${page.filters}`};
}

/** The first row of an item on a page has its plain anchor, a namesake a longer one, a third none. */
function rowAnchor(page: Page, name: TableName, item: Item): string | undefined {
  const {anchor, anchorSuffix} = tableSpec(name);
  const plain = anchor(item);
  const candidates = anchorSuffix ? [plain, `${plain}-${anchorSuffix(item)}`] : [plain];
  const free = candidates.find((candidate) => !page.anchors.has(candidate));
  if (free !== undefined) page.anchors.add(free);
  return free;
}

/** `<Fact of="hosts.app.url" />`: one value in a sentence. */
function factValue(page: Page, attributes: Attributes): PhrasingContent[] {
  const {table: name, field, value} = lookUp(page.facts, attributes.get('of') ?? '');
  if (name === 'hosts' && field === 'url') return address(value, {});
  return [text(inWords(value))];
}

const inWords = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));

/** `<Term name="peer">peers</Term>`: a link to the row of the glossary of the same release. */
function termLink(page: Page, attributes: Attributes, content: PhrasingContent[]): PhrasingContent[] {
  const name = attributes.get('name') ?? '';
  const terms = page.facts.tables.glossary.items as unknown as GlossaryTerm[];
  const term = terms.find((entry) => entry.term === name) ?? terms.find(({aliases}) => aliases.includes(name));
  if (!term) {
    const known = terms.flatMap((entry) => [entry.term, ...entry.aliases]);
    throw new FactError(`unknown term "${name}"${didYouMean(name, known)}; terms are in _facts/glossary.json`);
  }
  const anchor = `#${tableSpec('glossary').anchor(term as unknown as Item)}`;
  return [link(glossaryPath(page) + anchor, content.length > 0 ? content : [text(name)])];
}

/** A relative file link, which Docusaurus turns into the address of that page in this release. */
function glossaryPath(page: Page): string {
  const glossary = path.join(page.facts.release, 'glossary.md');
  if (glossary === page.path) return '';
  const relative = path.relative(path.dirname(page.path), glossary).split(path.sep).join('/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** `<Source repo="molecule-core" path="…" line="…" />`: a link to the code at the commit of the release. */
function sourceLink(page: Page, attributes: Attributes, content: PhrasingContent[]): PhrasingContent[] {
  const id = attributes.get('repo') ?? '';
  const file = attributes.get('path');
  const line = attributes.get('line');
  if (line !== undefined && (file === undefined || !/^[1-9]\d*$/.test(line))) {
    throw new FactError(`line "${line}" has to be a number beside a path`);
  }
  const {items, extras} = page.facts.tables.repositories;
  const repositories = items as unknown as (Repository & {url?: string})[];
  const repository = repositories.find((entry) => entry.id === id);
  if (!repository) {
    const known = repositories.map((entry) => entry.id);
    throw new FactError(
      `unknown repository "${id}"${didYouMean(id, known)}; repositories are in _facts/repositories.json`,
    );
  }
  const label = content.length > 0 ? content : [code(file ?? id)];
  // Nobody but its owners can open a private repository, so a link would only lead to a 404.
  if (repository.url === undefined) return content.length > 0 ? [code(textOf(content))] : label;
  const host = extras as {code_host: string; file_path: string};
  return [link(file === undefined ? repository.url : fileUrl(host, repository, file, line), label)];
}
