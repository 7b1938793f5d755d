import {describe, expect, test} from '@jest/globals';
import {parseHtml} from './tags';

const tags = (html: string) => parseHtml(html).flatMap((part) => ('tag' in part ? [part.tag] : []));

describe('parseHtml', () => {
  test('tells the kinds of tags apart', () => {
    expect(tags('<a><br/><br /></a>').map(({name, kind}) => [name, kind])).toEqual([
      ['a', 'open'],
      ['br', 'selfClosing'],
      ['br', 'selfClosing'],
      ['a', 'close'],
    ]);
  });

  test('an attribute may hold what elsewhere ends a tag', () => {
    const [tag] = tags(`<Fact of="api-routes.GET /a>b/" alt='say "x"' esc="&quot;&lt;" />`);
    expect(tag?.kind).toBe('selfClosing');
    expect(Object.fromEntries(tag?.attributes ?? [])).toEqual({of: 'api-routes.GET /a>b/', alt: 'say "x"', esc: '"<'});
  });

  test('attributes without quotes are set aside', () => {
    expect(tags('<Facts table=hosts open>')[0]?.malformed).toEqual(['table=hosts', 'open']);
  });

  test('comments hold no tags, and places stay right behind them', () => {
    const html = '<!-- <x> -->\n<br>t';
    expect(tags(html).map(({name, offset}) => [name, offset])).toEqual([['br', 13]]);
    expect(parseHtml(html).at(-1)).toEqual({text: 't', offset: 17});
  });
});
