import {describe, expect, test} from '@jest/globals';
import {deferToIntent, inlineScripts, nameAllKeys} from './html';

const page =
  '<head><noscript><link rel=stylesheet href=/css/noscript.css></noscript><link rel=stylesheet href=/a.css />' +
  '<script src=/assets/js/runtime.js defer></script><script src="/assets/js/main.js" defer="defer"></script></head>';

describe('scripts of a page', () => {
  test('are named to the loader, which stands outside of <noscript> and before styles', () => {
    expect(deferToIntent(page, (scripts) => `<script>${scripts.join()}</script>`)).toBe(
      '<head><script>/assets/js/runtime.js,/assets/js/main.js</script>' +
        '<noscript><link rel=stylesheet href=/css/noscript.css></noscript><link rel=stylesheet href=/a.css /></head>',
    );
  });

  test('a page without any stays as it is', () => {
    expect(deferToIntent('<p>text</p>', () => 'x')).toBe('<p>text</p>');
  });

  test('inline ones are those that run', () => {
    const html =
      '<script type=application/ld+json>{}</script><script src=/a.js></script><script data-a=b>run()</script>';
    expect(inlineScripts(html)).toEqual(['run()']);
  });
});

test('the search button names the keys of every machine', () => {
  const button = (keys: string) => `<button type=button class="DocSearch" ${keys}>`;
  expect(nameAllKeys(button('aria-label="Search (Meta+k)" aria-keyshortcuts=Meta+k'))).toBe(
    button('aria-label="Search" aria-keyshortcuts="Control+k Meta+k"'),
  );
});
