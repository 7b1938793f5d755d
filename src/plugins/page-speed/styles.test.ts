import {describe, expect, test} from '@jest/globals';
import {purge, readPage, readScript, renamed, type Vocabulary} from './styles';

function vocabulary(html: string, script = ''): Vocabulary {
  const result: Vocabulary = {words: new Set(), variables: new Set()};
  readPage(html, result);
  readScript(script, result);
  return result;
}

describe('a style sheet', () => {
  test('keeps what a page uses and what a script sets as a state', async () => {
    const known = vocabulary(
      '<p class="lead">text of no class</p>',
      'x.className="navbar-sidebar navbar-sidebar--show"',
    );
    const css = await purge(
      '.lead{top:0}.text{top:1px}.navbar-sidebar{top:4px}.navbar-sidebar--show{top:2px}.navbar__logo{top:3px}',
      known,
    );
    expect(css).toBe('.lead{top:0}.navbar-sidebar{top:4px}.navbar-sidebar--show{top:2px}');
  });

  test('keeps what the theme has switched off when a page has it', async () => {
    expect(await purge('.navbar__logo{top:0}', vocabulary('<b class=navbar__logo></b>'))).toBe('.navbar__logo{top:0}');
  });

  test('drops variables that ours overrule, and those that nothing reads', async () => {
    const css = await purge(
      '@layer theme{:root{--a:1px;--b:2px;--c:var(--b)}}:root{--a:3px}p{top:var(--a);left:var(--a);right:var(--a)}',
      vocabulary('<p>'),
    );
    expect(css).toBe('@layer theme{}:root{--a:3px}p{top:var(--a);left:var(--a);right:var(--a)}');
  });

  test('writes the value of a variable that is read once, but not of one that changes or that scripts read', async () => {
    const known = vocabulary('<p>', 'get("--read")');
    const css = await purge(
      ':root{--once:1px;--two:2px;--read:3px}p{top:var(--once);left:var(--two);right:var(--read)}[p]{--two:4px}',
      {...known, words: known.words.add('p')},
    );
    expect(css).toBe(':root{--two:2px;--read:3px}p{top:1px;left:var(--two);right:var(--read)}[p]{--two:4px}');
  });

  test('keeps the focus ring and what a script marks by attributes', async () => {
    const known = vocabulary('<p>', 'x.setAttribute("aria-pressed", on)');
    expect(await purge(':focus-visible{top:0}p[aria-pressed=true]{top:1px}', known)).toBe(
      '*:focus-visible{top:0}p[aria-pressed=true]{top:1px}',
    );
  });

  test('keeps each of several pseudo-classes, also in parentheses', async () => {
    const css = 'p:is(:focus-visible,:hover,[open]){top:0}:active,:focus{top:1px}';
    expect(await purge(css, vocabulary('<p>'))).toBe(
      'p:is(*:focus-visible,*:hover,[open]){top:0}*:active,*:focus{top:1px}',
    );
  });

  test('keeps a value apart from what follows it', async () => {
    const css = await purge(
      ':root{--a:1px;--b:2px}p{margin:var(--a)0 var(--b)0;top:calc(var(--a)*2)}',
      vocabulary('<p>'),
    );
    expect(css).toBe('p{margin:1px 0 2px 0;top:calc(1px*2)}');
  });

  test('is named after what is in it', () => {
    const name = renamed('styles.01234567.css', 'a{}');
    expect(name).toMatch(/^styles\.[0-9a-f]{8}\.css$/);
    expect(name).not.toBe(renamed('styles.01234567.css', 'b{}'));
  });
});
