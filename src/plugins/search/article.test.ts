import {expect, test} from '@jest/globals';
import {readArticle} from './article';

const html = (body: string): string => `<!doctype html><html><head>
<meta name="description" content="About &amp; around"><meta name="keywords" content="one,two words">
<meta name="docsearch:language" content="en"><meta name="docsearch:version" content="2026.05">
<meta name="docsearch:docusaurus_tag" content="docs-default-2026.05"></head><body><nav>Menu</nav><article>
<nav class="theme-doc-breadcrumbs"><a class="breadcrumbs__link" href="/"><svg></svg></a><span class="breadcrumbs__link">Guides</span><span class="breadcrumbs__link">Short name</span></nav>
<div class="banner">Old release</div><div class="theme-doc-markdown markdown"><header><h1>The title</h1></header>${body}</div></article></body></html>`;

const sections = (body: string) => readArticle(html(body))!.sections;

test('reads what the head says', () => {
  expect(readArticle(html('<p>Text</p>'))).toMatchObject({
    title: 'The title',
    description: 'About & around',
    keywords: 'one, two words',
    version: '2026.05',
    tag: 'docs-default-2026.05',
    label: 'Short name',
    breadcrumbs: ['Guides'],
  });
});

test('a page without an article is none', () => {
  expect(readArticle('<html><body><main>Home</main></body></html>')).toBeNull();
});

test('files text under the headings above it', () => {
  const found = sections(
    '<p>Intro</p><h2 id="a">First<a class="hash-link" href="#a">\u200b</a></h2><p>One <code>X_Y</code>.</p><h3 id="b">Deeper</h3><ul><li>two</li><li>three</li></ul><h2 id="c">Second</h2>',
  );
  expect(found.map(({level, anchor, path, text}) => [level, anchor, path, text])).toEqual([
    [1, '', ['The title'], 'Intro'],
    [2, 'a', ['The title', 'First'], 'One X_Y.'],
    [3, 'b', ['The title', 'First', 'Deeper'], 'two\nthree'],
    [2, 'c', ['The title', 'Second'], ''],
  ]);
});

test('code is kept apart; tabs and details are included', () => {
  const [opening] = sections(
    '<p>Do</p><pre><code><span class="token-line">npm ci<br></span><span class="token-line">npm test<br></span></code></pre><details><summary>More</summary><p>inside</p></details><ul role="tablist"><li role="tab">bash</li></ul><div role="tabpanel" hidden>hidden panel</div>',
  );
  expect(opening).toMatchObject({code: 'npm ci\nnpm test', text: 'Do\nMore\ninside\nhidden panel'});
});

test('a row with an anchor is a place of its own, named by its first cell', () => {
  const found = sections(
    '<h2 id="p">Platform</h2><table><thead><tr><th>Variable</th></tr></thead><tbody><tr id="env-A_B"><td><code>A_B</code> (secret)</td><td>—</td><td>Seals</td></tr><tr id="route-get-x"><td><code>GET</code></td><td><code>/x</code></td><td>Reads</td></tr><tr><td>plain</td><td>row</td></tr></tbody></table>',
  );
  expect(found.slice(1).map(({anchor, path, text, row}) => [anchor, path.at(-1), text, row])).toEqual([
    ['p', 'Platform', 'Variable\nplain | row', false],
    ['env-A_B', 'A_B', 'Seals', true],
    ['route-get-x', 'GET /x', 'Reads', true],
  ]);
});

test('of a diagram the words count, not the source', () => {
  const [opening] = sections(
    '<figure><div><svg><text>drawn</text></svg></div><figcaption><details><summary>Diagram as text</summary><p>A leads to B.</p><pre><code>flowchart</code></pre></details></figcaption></figure>',
  );
  expect(opening).toMatchObject({text: 'A leads to B.', code: ''});
});
