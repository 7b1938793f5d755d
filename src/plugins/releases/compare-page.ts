import {compareAddress, pairAddress} from './addresses';
import type {PagePair} from './changes';
import type {BlockChange, Line, SectionChange} from './compare';
import type {Part} from './diff-words';
import {html, type Html} from './html';
import {partsHtml, partsMarkdown, plural, type StaticPage} from './pages-shared';

type Inputs = {
  from: string;
  to: string;
  pair: PagePair;
  /** Address of each side's own page. */
  addresses: {before: string; after: string};
  /** Other comparisons of the same page: label and address. */
  others: {label: string; address: string}[];
};

/** One page of one release beside the same page of another. */
export function comparePage({from, to, pair, addresses, others}: Inputs): StaticPage {
  const {before, after, change} = pair;
  const address = compareAddress(from, to, after);
  const title = `${after.title}: ${from} to ${to}`;
  const summary = summaryOf(pair, from, to);
  const body = html`<nav class="rel-path" aria-label="Breadcrumbs">
      <a href="/releases">Releases</a> › <a href="${pairAddress(from, to)}">${from} to ${to}</a>
    </nav>
    <h1>${after.title}</h1>
    <p class="rel-lead">${summary}</p>
    <p class="rel-links">
      <a href="${addresses.before}">The page in ${from}</a> <a href="${addresses.after}">The page in ${to}</a>
      <a href="${address}.md">Markdown</a> <a href="${address}.json">JSON</a>
    </p>
    ${
      change.sections.length > 0 &&
      html`<div class="rel-sides" aria-hidden="true"><span>${from}</span><span>${to}</span></div>`
    }
    ${change.sections.map((section) => sectionHtml(section, addresses, {before: from, after: to}))}
    ${
      others.length > 0 &&
      html`<h2>Other comparisons of this page</h2>
        <ul>
          ${others.map((other) => html`<li><a href="${other.address}">${other.label}</a></li>`)}
        </ul>`
    }`;
  return {
    address,
    title,
    description: `What changed on the page "${after.title}" between ${from} and ${to}.`,
    body,
    markdown: [`# ${title}`, summary, ...change.sections.map(sectionMarkdown)].join('\n\n') + '\n',
    json: {
      from: {release: from, id: before.id, title: before.title, url: addresses.before},
      to: {release: to, id: after.id, title: after.title, url: addresses.after},
      ...change,
    },
  };
}

function summaryOf({before, after, change}: PagePair, from: string, to: string): string {
  const {added, removed, changed} = change.counts;
  const renamed = before.id === after.id ? '' : ` It was "${before.id}" in ${from}.`;
  const titled = before.title === after.title ? '' : ` Its title was "${before.title}".`;
  if (change.change === 'same') return `This page says the same in ${from} and ${to}.${renamed}`;
  const parts = [
    changed > 0 && `${plural(changed, 'block')} changed`,
    added > 0 && `${plural(added, 'block')} added`,
    removed > 0 && `${plural(removed, 'block')} removed`,
  ].filter(Boolean);
  return `${parts.length > 0 ? `From ${from} to ${to}: ${parts.join(', ')}.` : `From ${from} to ${to} the headings changed.`}${renamed}${titled}`;
}

const WORD = {added: 'added', removed: 'removed', changed: 'changed', same: ''} as const;

/** Names of the two releases. */
type Sides = {before: string; after: string};

function sectionHtml(
  {change, id, title, depth, blocks}: SectionChange,
  addresses: Inputs['addresses'],
  sides: Sides,
): Html {
  const page = change === 'removed' ? addresses.before : addresses.after;
  const level = Math.min(Math.max(depth, 2), 4);
  const heading =
    title.length === 0
      ? html`<h2 class="rel-heading">Introduction</h2>`
      : html`<h2 class="rel-heading rel-depth-${level}" id="${id}">
          ${partsHtml(title)}${
            (change === 'added' || change === 'removed') &&
            html` <span class="rel-tag rel-tag--${change}">${WORD[change]}</span>`
          } <a class="rel-there" href="${page}#${id}">in the page</a>
        </h2>`;
  return html`<section class="rel-section rel-section--${change}">
    ${heading}${blocks.map((block) => blockHtml(block, sides))}
  </section>`;
}

/**
 * A changed block stands twice: with what was, and with what is. On wide screens the style hides what was added from the
 * left and what was removed from the right; on narrow ones only the second one is shown, with both in line. Nothing is kept
 * from screen readers or the keyboard beyond that: what is shown is what is read aloud, each half under its release's name.
 */
function blockHtml(block: BlockChange, sides: Sides): Html {
  if (block.kind === 'same') return html`<p class="rel-same">${plural(block.count, 'block')} the same</p>`;
  const content = insideHtml(block);
  const links =
    block.links.length > 0 &&
    html`<p class="rel-note">
      Links lead elsewhere: ${block.links.map((link, index) => html`${index > 0 && ', '}<code>${link}</code>`)}
    </p>`;
  const label = `${block.kind === 'prose' ? 'text' : block.kind} ${WORD[block.change]}`;
  const group = (name: string) => block.change === 'changed' && html` role="group" aria-label="${name}"`;
  return html`<div class="rel-block rel-block--${block.change}" role="group" aria-label="${label}">
    ${block.change !== 'added' && html`<div class="rel-before" ${group(sides.before)}>${content}</div>`}${
      block.change !== 'removed' && html`<div class="rel-after" ${group(sides.after)}>${content}${links}</div>`
    }
  </div>`;
}

function insideHtml(block: Exclude<BlockChange, {kind: 'same'}>): Html {
  switch (block.kind) {
    case 'prose':
      return html`<p>${partsHtml(block.parts)}</p>`;
    case 'list':
      return html`<ul>
          ${block.lines.map((line) => html`<li class="rel-line--${line.change}">${partsHtml(line.cells[0] ?? [])}</li>`)}
        </ul>
        ${sameLines(block.same, 'item')}`;
    case 'code':
      return html`<pre class="rel-code" tabindex="0"><code>${block.lines.map(codeLine)}</code></pre>
        ${sameLines(block.same, 'line')}`;
    case 'table':
      return html`<div class="rel-scroll" tabindex="0" role="group" aria-label="Table">
          <table>
            <thead>
              <tr>
                ${block.head.map(headHtml)}
              </tr>
            </thead>
            <tbody>
              ${block.lines.map(
                (line) =>
                  html`<tr class="rel-line--${line.change}">
                    ${line.cells.map((cell) => html`<td>${partsHtml(cell)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${sameLines(block.same, 'row')}`;
  }
}

/** A heading without words is no heading. */
function headHtml(cell: readonly Part[]): Html {
  const isEmpty = cell.every(([, text]) => text.trim() === '');
  return isEmpty ? html`<td></td>` : html`<th scope="col">${partsHtml(cell)}</th>`;
}

function codeLine({change, cells}: Line): Html {
  const text = cells[0]?.[0]?.[1] ?? '';
  if (change === 'same') return html`<span>${text} </span>`;
  return change === 'removed'
    ? html`<del><span class="visually-hidden">removed: </span>${text} </del>`
    : html`<ins><span class="visually-hidden">added: </span>${text} </ins>`;
}

function sameLines(count: number, word: string): Html {
  return html`${count > 0 && html`<p class="rel-same">${plural(count, word)} the same</p>`}`;
}

function sectionMarkdown({change, title, depth, blocks}: SectionChange): string {
  const heading = `${'#'.repeat(Math.max(depth, 2))} ${partsMarkdown(title) || 'Introduction'}${change === 'added' || change === 'removed' ? ` (${change})` : ''}`;
  return [heading, ...blocks.map(blockMarkdown)].join('\n\n');
}

function blockMarkdown(block: BlockChange): string {
  if (block.kind === 'same') return `_${plural(block.count, 'block')} the same_`;
  switch (block.kind) {
    case 'prose':
      return partsMarkdown(block.parts);
    case 'list':
      return block.lines.map((line) => `- ${partsMarkdown(line.cells[0] ?? [])}`).join('\n');
    case 'code':
      return [
        '```diff',
        ...block.lines.map(
          ({change, cells}) =>
            `${change === 'added' ? '+' : change === 'removed' ? '-' : ' '}${cells[0]?.[0]?.[1] ?? ''}`,
        ),
        '```',
      ].join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
      return [
        row(block.head.map(partsMarkdown)),
        row(block.head.map(() => '---')),
        ...block.lines.map(({cells}) => row(cells.map(partsMarkdown))),
      ].join('\n');
    }
  }
}
