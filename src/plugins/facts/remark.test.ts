import {rmSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {Nodes, Root, Table} from 'mdast';
import {toString} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {writeSite} from './fixture';
import remarkFacts from './remark';

let site: string;
beforeAll(() => {
  site = writeSite();
});
afterAll(() => rmSync(site, {recursive: true}));

/** Parses a page as Docusaurus does, and expands it. */
function expand(markdown: string, page = 'docs/guides/page.md'): Root {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
  if (page.endsWith('.mdx')) processor.use(remarkMdx);
  const file = new VFile({value: markdown, path: path.join(site, page), cwd: site});
  const tree = processor.parse(file);
  remarkFacts()(tree, file);
  return tree;
}
const expandMdx = (markdown: string) => expand(markdown, 'docs/guides/page.mdx');

function find<Type extends Nodes['type']>(tree: Nodes, type: Type): Extract<Nodes, {type: Type}>[] {
  const found = tree.type === type ? [tree as Extract<Nodes, {type: Type}>] : [];
  return 'children' in tree ? [...found, ...tree.children.flatMap((child) => find(child, type))] : found;
}

/** The tables of a page, as rows of cell texts. */
const tables = (tree: Root): string[][][] =>
  find(tree, 'table').map((table) => table.children.map((row) => row.children.map((cell) => toString(cell))));
const ids = (tree: Root) => find(tree, 'tableRow').map((row) => row.data?.hProperties?.id);
const links = (tree: Root) => find(tree, 'link').map((link) => [link.url, toString(link)]);

describe('<Facts>', () => {
  const rateLimit =
    '<Facts table="env-vars" where="component=platform; name=RATE_LIMIT" columns="name,default:Value" />';
  const expected = [
    [
      ['Variable', 'Value'],
      ['RATE_LIMIT', '600'],
    ],
  ];

  test('becomes a Markdown table inside its component', () => {
    const [component] = expand(rateLimit).children;
    expect(component).toMatchObject({
      type: 'mdxJsxFlowElement',
      name: 'FactsTable',
      attributes: [{type: 'mdxJsxAttribute', name: 'title', value: 'environment variables'}],
    });
    expect((component as {children: Table[]}).children[0]?.type).toBe('table');
    expect(tables(expand(rateLimit))).toEqual(expected);
  });

  test.each([
    ['between paragraphs', `Before.\n\n${rateLimit}\n\nAfter.`],
    ['over several lines', rateLimit.replaceAll(' where', '\n  where').replaceAll(' columns', '\n  columns')],
    ['in a list item', `1. Step\n\n   ${rateLimit}`],
    ['in an admonition', `:::note[Title]\n\n${rateLimit}\n\n:::`],
    ['in a quotation', `> ${rateLimit}`],
    ['in details', `<details>\n<summary>More</summary>\n\n${rateLimit}\n\n</details>`],
  ])('stands %s', (_, markdown) => {
    expect(tables(expand(markdown))).toEqual(expected);
    expect(tables(expandMdx(markdown.replaceAll('<summary>More</summary>\n', '')))).toEqual(expected);
  });

  test('two can follow each other without a blank line', () => {
    expect(tables(expand(`${rateLimit}\n${rateLimit}`))).toEqual([...expected, ...expected]);
  });

  test('cells are marked up by what they hold', () => {
    const tree = expand('<Facts table="env-vars" where="component=platform" />');
    expect(tables(tree)[0]?.slice(1)).toEqual([
      ['RATE_LIMIT', '600', '', 'Purpose of RATE_LIMIT'],
      ['ADMIN_TOKEN (secret)', '—', 'Yes', 'Purpose of ADMIN_TOKEN'],
      ['LOG_LEVEL', 'auto-detected', '', 'Purpose of LOG_LEVEL'],
    ]);
    expect(find(tree, 'inlineCode').map(({value}) => value)).toEqual(['RATE_LIMIT', '600', 'ADMIN_TOKEN', 'LOG_LEVEL']);
  });

  test.each([
    ['mcp-tools" where="name=list_peers', ['workspace_id, scope (optional; one of LOCAL, TEAM; default LOCAL)', '—']],
    ['ws-events', ['url, tier (optional)']],
    ['cli-commands" columns="command,flags', ['--output, -o (default table): Format', '—']],
    ['cli-commands" columns="command,args', ['<workspace-id>, [note]', '—']],
    ['channels" columns="type,fields', ['bot_token (required; secret)chat_id']],
    ['channels" columns="type,limits', ['message chars: 4096']],
    ['plugins" columns="name,runtimes', ['claude_code, hermes']],
    ['tiers" where="kind=tier" columns="id,docker.workspace_mount', ['Yes']],
  ])('%s', (attributes, cells) => {
    const column = attributes.startsWith('ws-events') ? 2 : 1;
    const [rows] = tables(expand(`<Facts table="${attributes}" />`));
    expect(rows?.slice(1).map((row) => row[column])).toEqual(cells);
  });

  test('each row has the anchor of its table', () => {
    const all = [
      'runtimes',
      'tiers',
      'api-routes',
      'ws-events',
      'error-codes',
      'cli-commands',
      'plugins',
      'channels',
      'glossary',
      'hosts',
    ]
      .map((name) => `<Facts table="${name}" />`)
      .join('\n\n');
    expect(ids(expand(all))).toEqual(
      expect.arrayContaining([
        'runtime-claude-code',
        'tier-T2',
        'route-post-workspaces',
        'route-get-workspaces-id',
        'event-WORKSPACE_ONLINE',
        'error-bot-token-is-required',
        'cli-molecule-workspace-list',
        'plugin-ecc',
        'channel-telegram',
        'term-control-plane',
        'host-app',
      ]),
    );
  });

  test('an anchor is there once in a page: a namesake says whose it is, a third has none', () => {
    const tree = expand(
      '<Facts table="env-vars" where="name=RATE_LIMIT" />\n\n<Facts table="env-vars" where="name=RATE_LIMIT" />',
    );
    expect(ids(tree)).toEqual([
      undefined,
      'env-RATE_LIMIT',
      'env-RATE_LIMIT-mcp',
      'env-RATE_LIMIT-cli',
      undefined,
      'env-RATE_LIMIT-platform',
      undefined,
      undefined,
    ]);
  });

  test('tables of twelve rows and more get a filter, each with a name of its own', () => {
    const long = '<Facts table="env-vars" where="component=sdk" />';
    const short = '<Facts table="env-vars" where="component=sdk; name!=MANY_1" />';
    const filters = find(expand([long, short, long].join('\n\n')), 'mdxJsxFlowElement').map(({attributes}) =>
      attributes.flatMap((attribute) => ('name' in attribute && attribute.name === 'filter' ? [attribute.value] : [])),
    );
    expect(filters).toEqual([['filter'], [], ['filter-2']]);
  });

  test.each([
    ['<Facts table="env" />', '1:1: <Facts>: unknown table "env"; tables are runtimes, env-vars, '],
    ['<Facts table="hosts" were="id=app" />', '1:1: <Facts>: unknown attribute "were" (did you mean "where"?)'],
    ['<Facts />', '1:1: <Facts>: attribute "table" is missing'],
    ['<Facts table="" />', '1:1: <Facts>: attribute "table" is empty'],
    [
      'Line.\n\n<Facts table="hosts" where="id=zzzz" />',
      '3:1: <Facts>: no item of hosts matches "id=zzzz"; no item has id=zzzz; its values are app, tenant',
    ],
    ['See <Facts table="hosts" /> here', '1:5: <Facts>: a table cannot stand inside text; put it on a line of its own'],
    ['| a |\n|---|\n| <Facts table="hosts" /> |', '3:3: <Facts>: a table cannot stand inside text'],
  ])('%s is an error', (markdown, message) => {
    expect(() => expand(markdown)).toThrow(`docs/guides/page.md:${message}`);
    expect(() => expandMdx(markdown)).toThrow(`docs/guides/page.mdx:${message}`);
  });

  test.each([
    ['<Facts table=hosts />', '1:1: <Facts>: cannot read table=hosts; write attributes as name="value"'],
    ['<Facts table="hosts">', '1:1: <Facts>: end the tag with " />"'],
    ['Line.\n\n<Facts table="hosts" />\nText.', '3:1: <Facts>: Markdown takes these lines as HTML'],
    ['<div><Facts table="hosts" /></div>', '1:6: <Facts>: Markdown takes these lines as HTML'],
  ])('%s is an error in Markdown', (markdown, message) => {
    expect(() => expand(markdown)).toThrow(`docs/guides/page.md:${message}`);
  });

  test('expressions of MDX are refused', () => {
    expect(() => expandMdx('<Facts table={"hosts"} />')).toThrow(
      '1:1: <Facts>: cannot read table; write attributes as',
    );
    expect(() => expandMdx('<Facts {...props} />')).toThrow('cannot read {...}');
  });

  test('all mistakes of a page come at once, in order', () => {
    expect(() => expand('<Facts table="x" />\n\nA <Fact of="y.z" />\n\n`{{hosts.q.url}}`')).toThrow(
      /^docs\/guides\/page\.md:1:1: .*\ndocs\/guides\/page\.md:3:3: .*\ndocs\/guides\/page\.md:5:2: .*$/,
    );
  });

  test('a page outside of a release may do without facts only', () => {
    expect(() => expand('Text.', 'src/pages/page.md')).not.toThrow();
    expect(() => expand('Text <Fact of="hosts.app.url" />', 'src/pages/page.md')).toThrow(
      'src/pages/page.md:1:6: <Fact>: this page stands in no release',
    );
  });
});

describe('<Fact>', () => {
  test.each([
    ['a sentence', 'Port <Fact of="env-vars.platform/RATE_LIMIT.default" />.', 'Port 600.'],
    ['a heading', '## Size <Fact of="tiers.T2.docker.memory_mb" /> MB', 'Size 512 MB'],
    ['emphasis', '**<Fact of="mcp-tools.count()" /> tools**', '3 tools'],
    ['a list item', '- <Fact of="tiers.T2.docker.workspace_mount" />, it is', 'yes, it is'],
    ['a line of its own', '<Fact of="tiers.T2.name" />', 'Standard'],
    ['a title of an admonition', ':::note[At <Fact of="tiers.T2.name" />]\n\n:::', 'At Standard'],
  ])('is text in %s', (_, markdown, text) => {
    expect(toString(expand(markdown))).toBe(text);
    expect(toString(expandMdx(markdown))).toBe(text);
  });

  test('is one text with its neighbors', () => {
    expect(find(expand('Has <Fact of="tiers.T2.name" /> size'), 'text').map(({value}) => value)).toEqual([
      'Has Standard size',
    ]);
  });

  test('is text in a cell of a table', () => {
    const tree = expand('| a | b |\n|---|---|\n| x | <Fact of="tiers.T2.name" /> |');
    expect(tables(tree)[0]?.[1]).toEqual(['x', 'Standard']);
  });

  test('a line of its own is a paragraph', () => {
    expect(expand('<Fact of="tiers.T2.name" />').children.map(({type}) => type)).toEqual(['paragraph']);
    expect(expandMdx('<Fact of="tiers.T2.name" />').children.map(({type}) => type)).toEqual(['paragraph']);
  });

  test('is escaped text inside a block of HTML', () => {
    const [html] = expand('<details><summary>At <Fact of="hosts.tenant.url" /> &</summary>\n</details>').children;
    expect(html).toMatchObject({
      value: '<details><summary>At https://&lt;your-tenant&gt;.example.org &</summary>\n</details>',
    });
  });

  test('the address of a host is a link, code when it has a placeholder, and text inside a link', () => {
    expect(links(expand('At <Fact of="hosts.app.url" />'))).toEqual([
      ['https://app.example.org', 'https://app.example.org'],
    ]);
    expect(find(expand('At <Fact of="hosts.tenant.url" />'), 'inlineCode')).toHaveLength(1);
    expect(links(expand('[At <Fact of="hosts.app.url" />](./x.md)'))).toEqual([
      ['./x.md', 'At https://app.example.org'],
    ]);
  });

  test.each([
    ['A\nB <Fact of="hosts.ap.url" />', '2:3: <Fact>: hosts has no item "ap" (did you mean "app"?)'],
    ['A <Fact of="hosts.app.url">x</Fact>', '1:3: <Fact>: '],
  ])('%s is an error', (markdown, message) => {
    expect(() => expand(markdown)).toThrow(message);
    expect(() => expandMdx(markdown)).toThrow(message);
  });

  test('a tag that is not ended is an error', () => {
    expect(() => expand('A <Fact of="hosts.app.url"> b')).toThrow('1:3: <Fact>: end the tag with " />"');
  });
});

describe('<Term>', () => {
  test.each([
    ['docs/page.md', './glossary.md#term-peer'],
    ['docs/guides/page.md', '../glossary.md#term-peer'],
    ['docs/a/b/page.md', '../../glossary.md#term-peer'],
    ['docs/a/page.mdx', '../glossary.md#term-peer'],
    ['docs/glossary.md', '#term-peer'],
  ])('links from %s to the glossary of its release', (page, url) => {
    expect(links(expand('A <Term name="peer" /> here', page))).toEqual([[url, 'peer']]);
  });

  test('shows the text that it stands around, and knows aliases', () => {
    expect(links(expand('Some <Term name="peer">**good** peers</Term>.'))).toEqual([
      ['../glossary.md#term-peer', 'good peers'],
    ]);
    expect(links(expandMdx('Some <Term name="peer">**good** peers</Term>.'))).toEqual([
      ['../glossary.md#term-peer', 'good peers'],
    ]);
    expect(links(expand('<Term name="CP" /> and <Term name="CP">it</Term>'))).toEqual([
      ['../glossary.md#term-control-plane', 'CP'],
      ['../glossary.md#term-control-plane', 'it'],
    ]);
  });

  test.each([
    ['A <Term name="per" />', '1:3: <Term>: unknown term "per" (did you mean "peer"?)'],
    ['A <Term name="peer">peers', '1:3: <Term>: </Term> is missing in the same paragraph'],
    ['A peers</Term> b', '1:8: <Term>: the closing tag closes nothing'],
    [
      '<Term name="peer" />\nis text.',
      '1:1: <Term>: Markdown takes these lines as HTML and does not look inside; move it',
    ],
  ])('%s is an error', (markdown, message) => {
    expect(() => expand(markdown)).toThrow(`docs/guides/page.md:${message}`);
  });
});

describe('<Source>', () => {
  test.each([
    ['<Source repo="molecule-core" />', ['https://code.example.org/org/molecule-core', 'molecule-core']],
    [
      '<Source repo="molecule-core" path="a b/c.go" />',
      ['https://code.example.org/org/molecule-core/blob/abc123/a%20b/c.go', 'a b/c.go'],
    ],
    [
      '<Source repo="molecule-core" path="c.go" line="25">here</Source>',
      ['https://code.example.org/org/molecule-core/blob/abc123/c.go#L25', 'here'],
    ],
  ])('%s', (markdown, link) => {
    expect(links(expand(`See ${markdown}.`))).toEqual([link]);
    expect(links(expandMdx(`See ${markdown}.`))).toEqual([link]);
  });

  test('a private repository is named, not linked', () => {
    const tree = expand(
      'See <Source repo="molecule-controlplane" path="a.go" /> and <Source repo="molecule-controlplane">this</Source>',
    );
    expect(links(tree)).toEqual([]);
    expect(find(tree, 'inlineCode').map(({value}) => value)).toEqual(['a.go', 'this']);
  });

  test.each([
    ['A <Source repo="molecule-cor" />', 'unknown repository "molecule-cor" (did you mean "molecule-core"?)'],
    ['A <Source repo="molecule-core" line="25" />', 'line "25" has to be a number beside a path'],
    ['A <Source repo="molecule-core" path="a" line="x" />', 'line "x" has to be a number beside a path'],
  ])('%s is an error', (markdown, message) => {
    expect(() => expand(markdown)).toThrow(`1:3: <Source>: ${message}`);
  });
});

describe('{{table.key.field}}', () => {
  test('is replaced in code, and other braces stay', () => {
    const tree = expand(
      '`{{ hosts.app.url }}/x` `{{.Env.FOO}}` `{{env.FOO}}`\n\n```bash\ngit clone {{repositories.molecule-core.clone_url}}\n{{ secrets.X }}\n```',
    );
    expect(find(tree, 'inlineCode').map(({value}) => value)).toEqual([
      'https://app.example.org/x',
      '{{.Env.FOO}}',
      '{{env.FOO}}',
    ]);
    expect(find(tree, 'code')[0]?.value).toBe(
      'git clone https://code.example.org/org/molecule-core.git\n{{ secrets.X }}',
    );
  });

  test('is replaced in the target of a link', () => {
    expect(links(expand('[x]({{hosts.app.url}}/y)'))).toEqual([['https://app.example.org/y', 'x']]);
  });

  test('a wrong one is named by its own line', () => {
    expect(() => expand('Text.\n\n```bash\ntrue\ngo {{hosts.ap.url}}\n```')).toThrow(
      'docs/guides/page.md:5:4: {{hosts.ap.url}}: hosts has no item "ap"',
    );
    expect(() => expand('Text.\n\n    true\n    go {{hosts.ap.url}}')).toThrow('docs/guides/page.md:4:');
  });

  test('in a sentence it is an error', () => {
    expect(() => expand('A\nsee {{hosts.app.url}}')).toThrow(
      '2:5: {{hosts.app.url}}: braces work in code only; write <Fact of="hosts.app.url" /> in a sentence',
    );
  });
});
