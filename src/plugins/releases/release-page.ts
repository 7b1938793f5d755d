import {groupBy} from '../../lint/group';
import {compareAddress, pairAddress, releaseAddress, RELEASES_PATH} from './addresses';
import {changedPairs, type ReleaseChanges} from './changes';
import type {FactsTableChange} from './facts-diff';
import {html, type Html} from './html';
import {codeHtml, facing, plural, type StaticPage} from './pages-shared';
import {STATUS_WORDS, type Release, type Releases} from './releases';
import type {SitePage} from './site';
import type {Word} from './vocabulary';

/** What the pages of this room need to know of the site. */
export type SiteFacts = {
  releases: Releases;
  /** Comparable releases, oldest first. */
  names: string[];
  addressOf: (release: string, page: SitePage) => string;
};

/** `/releases`: all of them, and every way from an older to a younger one. */
export function overviewPage({releases, names}: SiteFacts): StaticPage {
  const rows = Object.entries(releases);
  const pairs = pairsOf(names);
  const hasEnd = rows.some(([, {supportEnd}]) => supportEnd !== undefined);
  const body = html`<h1>Releases</h1>
    <p class="rel-lead">
      Every release of the documentation, how long it is looked after, and what changed between any two.
    </p>
    <div class="rel-scroll rel-short markdown" tabindex="0" role="group" aria-label="Table of releases">
      <table>
        <thead>
          <tr>
            <th scope="col">Release</th>
            <th scope="col">Status</th>
            <th scope="col">Date</th>
            ${hasEnd && html`<th scope="col">Fixes until</th>`}
            <th scope="col">What changed</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([name, release]) =>
              html`<tr>
                <th scope="row">
                  ${names.includes(name) ? html`<a href="${releaseAddress(name)}">${release.label}</a>` : release.label}
                </th>
                <td><span class="dot" data-status="${release.status}"></span> ${STATUS_WORDS[release.status]}</td>
                <td>${release.date ?? '—'}</td>
                ${hasEnd && html`<td>${release.supportEnd ?? '—'}</td>`}
                <td>${sinceLink(name, names)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h2 id="upgrade">Upgrade</h2>
    <p>What to know when you move from one release to a later one:</p>
    <ul>
      ${pairs.map(([from, to]) => html`<li><a href="${pairAddress(from, to)}">From ${from} to ${to}</a></li>`)}
    </ul>`;
  return {
    address: RELEASES_PATH,
    title: 'Releases',
    description: 'Every release of the Molecule AI documentation, its status, and what changed between any two.',
    body,
    markdown:
      [
        '# Releases',
        [
          '| Release | Status | Date |',
          '| --- | --- | --- |',
          ...rows.map(([, {label, status, date}]) => `| ${label} | ${STATUS_WORDS[status]} | ${date ?? '—'} |`),
        ].join('\n'),
        '## Upgrade',
        pairs.map(([from, to]) => `- [From ${from} to ${to}](${pairAddress(from, to)})`).join('\n'),
      ].join('\n\n') + '\n',
    json: {
      releases: rows.map(([name, {label, status, date, supportEnd}]) => ({
        name,
        label,
        status,
        date,
        supportEnd: supportEnd ?? null,
      })),
      comparisons: pairs.map(([from, to]) => ({from, to, url: pairAddress(from, to)})),
    },
  };
}

/** Every older release with every younger one. */
export function pairsOf(names: readonly string[]): [from: string, to: string][] {
  return names.flatMap((to, index) => names.slice(0, index).map((from): [string, string] => [from, to])).reverse();
}

function sinceLink(name: string, names: readonly string[]): Html | string {
  const before = names[names.indexOf(name) - 1];
  return before === undefined || !names.includes(name)
    ? '—'
    : html`<a href="${pairAddress(before, name)}">since ${before}</a>`;
}

/** `/releases/2026.05`: the release, and what changed since the one before. */
export function releasePage(
  name: string,
  changes: ReleaseChanges | undefined,
  pages: readonly SitePage[],
  site: SiteFacts,
): StaticPage {
  const release = site.releases[name] as Release;
  const others = pairsOf(site.names).filter(([from, to]) => from === name || to === name);
  const lead = facing(name, release);
  const start = pages.find(({route}) => route === '');
  const body = html`<nav class="rel-path" aria-label="Breadcrumbs"><a href="/releases">Releases</a></nav>
    <h1>${release.label}</h1>
    <p class="rel-lead">
      ${lead}.
      ${plural(pages.length, 'page')}.${start && html` <a href="${site.addressOf(name, start)}">Read its documentation</a>.`}
    </p>
    ${highlightsHtml(name, release, pages, site)}
    ${changes ? changesHtml(changes, site) : html`<p>The first release: there is nothing to compare it with.</p>`}
    <h2 id="upgrade">Upgrade</h2>
    <ul>
      ${others.map(([from, to]) => html`<li><a href="${pairAddress(from, to)}">From ${from} to ${to}</a></li>`)}
    </ul>`;
  return {
    address: releaseAddress(name),
    title: `Release ${release.label}`,
    description: `What is new, changed, renamed and gone in ${release.label}.`,
    body,
    markdown: `# ${release.label}\n\n${lead}.\n\n${changes ? changesMarkdown(changes, site) : ''}`,
    json: {release: name, ...release, ...(changes ? changesJson(changes, site) : {})},
  };
}

/** What its writers call new, the most important first. */
function highlightsHtml(
  name: string,
  {highlights = []}: Release,
  pages: readonly SitePage[],
  {addressOf}: SiteFacts,
): Html | false {
  const items = highlights.flatMap(({page, anchor, text}) => {
    const there = pages.find(({id}) => id === page);
    return there ? [{address: addressOf(name, there) + (anchor === undefined ? '' : `#${anchor}`), text}] : [];
  });
  return (
    items.length > 0 &&
    html`<h2 id="highlights">Highlights</h2>
      <ul>
        ${items.map(({address, text}) => html`<li><a href="${address}">${text}</a></li>`)}
      </ul>`
  );
}

/** `/releases/2026.04-to-2026.05`: the same for someone who runs the older one. */
export function upgradePage(changes: ReleaseChanges, site: SiteFacts): StaticPage {
  const {from, to} = changes;
  const [before, after] = [site.releases[from] as Release, site.releases[to] as Release];
  const between = site.names.slice(site.names.indexOf(from) + 1, site.names.indexOf(to));
  const lead = `From ${before.label} (${before.date ?? 'not released'}) to ${after.label} (${after.date ?? 'not released'}).`;
  const body = html`<nav class="rel-path" aria-label="Breadcrumbs"><a href="/releases">Releases</a></nav>
    <h1>Upgrade from ${from} to ${to}</h1>
    <p class="rel-lead">
      ${lead}${between.length > 0 && html` In between: ${between.map((name, index) => html`${index > 0 && ', '}<a href="${releaseAddress(name)}">${name}</a>`)}.`}
    </p>
    ${todoHtml(changes)} ${changesHtml(changes, site)}`;
  return {
    address: pairAddress(from, to),
    title: `Upgrade from ${from} to ${to}`,
    description: `What changes when you move from ${before.label} to ${after.label}: pages, variables, routes, tools, limits.`,
    body,
    markdown: [`# Upgrade from ${from} to ${to}`, lead, ...todoMarkdown(changes), changesMarkdown(changes, site)].join(
      '\n\n',
    ),
    json: {from, to, todo: todoOf(changes), ...changesJson(changes, site)},
  };
}

const NOTHING_TO_DO = 'Nothing that you use was taken away or changed its default, and nothing more has to be set.';

type Todo = {what: string; names: string[]};

/** What somebody who upgrades has to look at, from the facts alone. */
export function todoOf({facts}: Pick<ReleaseChanges, 'facts'>): Todo[] {
  const todo: Todo[] = [];
  const add = (what: string, names: string[]) => {
    if (names.length > 0) todo.push({what, names});
  };
  for (const {table, title, added, removed, changed, toSet} of facts) {
    const keys = removed.map(({key}) => shortKey(key));
    if (table === 'env-vars') {
      const isNew = (key: string) => added.some((item) => item.key === key);
      const addByProgram = (what: string, wanted: string[]) => {
        // Who does not run a program does not set its variables.
        for (const [program, ofOne] of groupBy(wanted, (key) => splitKey(key).program))
          add(
            `${what} (${program}): set them`,
            ofOne.map((key) => splitKey(key).name),
          );
      };
      addByProgram('New variables that are required', toSet.filter(isNew));
      addByProgram(
        'Variables that became required',
        toSet.filter((key) => !isNew(key)),
      );
      add('Variables that are no longer read: take them out', keys);
      const defaults = changed.filter(({fields}) => fields.some(({field}) => field === 'default'));
      add(
        'Variables whose default changed: check that the new one suits you',
        defaults.map(({key}) => shortKey(key)),
      );
    } else if (table === 'tiers') {
      add(
        'Tiers and limits that changed: check the size of your workspaces',
        changed.map(({key}) => key),
      );
    } else {
      add(`${capital(title)} that are gone: stop using them`, keys);
      add(
        `${capital(title)} that work differently`,
        changed.map(({key}) => shortKey(key)),
      );
    }
  }
  return todo;
}

function todoHtml(changes: ReleaseChanges): Html {
  const todo = todoOf(changes);
  return html`<h2 id="check">What to check</h2>
    ${
      todo.length === 0
        ? html`<p>${NOTHING_TO_DO}</p>`
        : html`<ul>
            ${todo.map(({what, names}) => html`<li>${what}: ${names.slice(0, 24).map((name, index) => html`${index > 0 && ', '}<code>${name}</code>`)}${names.length > 24 && ` and ${names.length - 24} more, below`}</li>`)}
          </ul>`
    }`;
}

function todoMarkdown(changes: ReleaseChanges): string[] {
  const todo = todoOf(changes);
  return [
    '## What to check',
    todo.length === 0
      ? NOTHING_TO_DO
      : todo.map(({what, names}) => `- ${what}: ${names.map((name) => `\`${name}\``).join(', ')}`).join('\n'),
  ];
}

function changesHtml(changes: ReleaseChanges, site: SiteFacts): Html {
  const {from, to, added, removed, renamed, words} = changes;
  const changed = changedPairs(changes);
  const page = (release: string, item: SitePage) => html`<a href="${site.addressOf(release, item)}">${item.title}</a>`;
  return html`${wordsHtml(words.came, words.left, from, to)}
    <h2 id="pages">Pages</h2>
    <p>
      Since ${from}:
      ${numbers({new: added.length, changed: changed.length, renamed: renamed.length, gone: removed.length})}.
    </p>
    ${
      added.length > 0 &&
      html`<h3 id="new">New</h3>
        <ul class="rel-list">
          ${added.map((item) => html`<li>${page(to, item)}</li>`)}
        </ul>`
    }
    ${
      removed.length > 0 &&
      html`<h3 id="gone">Gone</h3>
        <ul>
          ${removed.map((item) => html`<li>${page(from, item)} in ${from}</li>`)}
        </ul>`
    }
    ${
      renamed.length > 0 &&
      html`<h3 id="renamed">Renamed</h3>
        <ul>
          ${renamed.map(({before, after}) => html`<li><code>${before.id}</code> is now ${page(to, after)}</li>`)}
        </ul>`
    }
    ${
      changed.length > 0 &&
      html`<h3 id="changed">Changed</h3>
        <ul class="rel-list">
          ${changed.map((pair) => html`<li><a href="${compareAddress(from, to, pair.after)}">${pair.after.title}</a> <span class="rel-count">${countsOf(pair.change.counts)}</span></li>`)}
        </ul>`
    }
    ${changes.facts.map((table) => factsHtml(table, from))}`;
}

/** "2 new, 1 gone", without what is none. */
function numbers(counts: Record<string, number>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? 'nothing changed' : some.map(([what, count]) => `${count} ${what}`).join(', ');
}

function countsOf({added, removed, changed}: {added: number; removed: number; changed: number}): string {
  return [changed > 0 && `${changed} changed`, added > 0 && `${added} added`, removed > 0 && `${removed} removed`]
    .filter(Boolean)
    .join(', ');
}

function wordsHtml(came: readonly Word[], left: readonly Word[], from: string, to: string): Html {
  if (came.length + left.length === 0) return html``;
  const list = (words: readonly Word[]) =>
    words.map(
      ({word, before, after}, index) => html`${index > 0 && ', '}<strong>${word}</strong> (${before} → ${after})`,
    );
  return html`<h2 id="about">What it is about</h2>
    ${came.length > 0 && html`<p>Names that the pages of ${to} speak of more: ${list(came)}.</p>`}
    ${left.length > 0 && html`<p>Names that they speak of less than those of ${from}: ${list(left)}.</p>`}`;
}

/** Rows that are shown without a click. */
const OPEN_ROWS = 16;

function factsHtml({table, title, added, removed, changed}: FactsTableChange, from: string): Html {
  const items = (label: string, rows: FactsTableChange['added']) =>
    rows.length > 0 &&
    html`<details${openWhenShort(rows.length)}><summary>${label} (${rows.length})</summary><ul>${rows.map(({key, note}) => html`<li><code>${key}</code>${note !== '' && html`: ${codeHtml(firstSentence(note))}`}</li>`)}</ul></details>`;
  return html`<h2 id="${table}">${capital(title)}</h2>
    <p>Since ${from}: ${numbers({added: added.length, removed: removed.length, changed: changed.length})}.</p>
    ${items('Added', added)}${items('Removed', removed)}${
      changed.length > 0 &&
      html`<details${openWhenShort(changed.length)}><summary>Changed (${changed.length})</summary><div class="rel-scroll markdown" tabindex="0" role="group" aria-label="Table"><table><thead><tr><th scope="col">Name</th><th scope="col">What</th><th scope="col">Before</th><th scope="col">Now</th></tr></thead><tbody>${changed.flatMap(
        ({key, fields}) =>
          fields.map(
            ({field, before, after}) =>
              html`<tr>
                <th scope="row"><code>${key}</code></th>
                <td>${field}</td>
                <td>${before === '' ? '—' : html`<del>${before}</del>`}</td>
                <td>${after === '' ? '—' : html`<ins>${after}</ins>`}</td>
              </tr>`,
          ),
      )}</tbody></table></div></details>`
    }`;
}

/** The `open` of a short list. */
function openWhenShort(rows: number): Html {
  return rows <= OPEN_ROWS ? html` open` : html``;
}

function changesMarkdown(changes: ReleaseChanges, {addressOf}: SiteFacts): string {
  const {from, to, added, removed, renamed, words} = changes;
  const changed = changedPairs(changes);
  const list = (title: string, lines: string[]) => (lines.length > 0 ? [`### ${title}`, lines.join('\n')] : []);
  const names = (items: readonly Word[]) =>
    items.map(({word, before, after}) => `${word} (${before} → ${after})`).join(', ');
  return (
    [
      ...(words.came.length + words.left.length > 0 ? ['## What it is about'] : []),
      ...(words.came.length > 0 ? [`Names that the pages of ${to} speak of more: ${names(words.came)}.`] : []),
      ...(words.left.length > 0 ? [`Names that they speak of less than those of ${from}: ${names(words.left)}.`] : []),
      '## Pages',
      ...list(
        'New',
        added.map((page) => `- [${page.title}](${addressOf(to, page)})`),
      ),
      ...list(
        'Gone',
        removed.map((page) => `- [${page.title}](${addressOf(from, page)}) in ${from}`),
      ),
      ...list(
        'Renamed',
        renamed.map(({before, after}) => `- ${before.id} is now [${after.title}](${addressOf(to, after)})`),
      ),
      ...list(
        'Changed',
        changed.map(
          ({after, change}) => `- [${after.title}](${compareAddress(from, to, after)}): ${countsOf(change.counts)}`,
        ),
      ),
      ...changes.facts.flatMap(({title, added: came, removed: left, changed: other}) => [
        `## ${capital(title)}`,
        ...list(
          'Added',
          came.map(({key, note}) => `- \`${key}\`${note === '' ? '' : `: ${firstSentence(note)}`}`),
        ),
        ...list(
          'Removed',
          left.map(({key}) => `- \`${key}\``),
        ),
        ...list(
          'Changed',
          other.flatMap(({key, fields}) =>
            fields.map(({field, before, after}) => `- \`${key}\`: ${field}: ${before || '—'} → ${after || '—'}`),
          ),
        ),
      ]),
    ].join('\n\n') + '\n'
  );
}

function changesJson(changes: ReleaseChanges, {addressOf}: SiteFacts) {
  const {from, to} = changes;
  const page = (release: string, item: SitePage) => ({id: item.id, title: item.title, url: addressOf(release, item)});
  return {
    since: from,
    pages: {
      added: changes.added.map((item) => page(to, item)),
      removed: changes.removed.map((item) => page(from, item)),
      renamed: changes.renamed.map(({before, after}) => ({from: before.id, to: after.id})),
      changed: changedPairs(changes).map(({after, change}) => ({
        ...page(to, after),
        comparison: compareAddress(from, to, after),
        ...change.counts,
      })),
    },
    facts: changes.facts,
    words: changes.words,
  };
}

/** The key of a variable: the program that reads it, and its name, which has no slash. */
function splitKey(key: string): {program: string; name: string} {
  const at = key.lastIndexOf('/');
  return {program: key.slice(0, at), name: key.slice(at + 1)};
}

/** "control plane/FLY_API_TOKEN" is known to people as the part behind the slash. */
function shortKey(key: string): string {
  return /^[\w-]+\/[A-Z][A-Z0-9_]*$/.test(key) ? (key.split('/')[1] ?? key) : key;
}

function firstSentence(text: string): string {
  return /^.*?[.;](?=\s|$)/.exec(text)?.[0].replace(/[.;]$/, '') ?? text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
