import type {PrismTheme} from 'prism-react-renderer';

const color = (name: string) => ({color: `var(--code-${name})`});

/** Colors of highlighted code, as the page's own variables: one theme for both modes, so nothing flashes on load. */
export const codeTheme: PrismTheme = {
  plain: {color: 'var(--ink)', backgroundColor: 'var(--muted)'},
  styles: [
    {types: ['comment', 'prolog', 'doctype', 'cdata'], style: {...color('comment'), fontStyle: 'italic'}},
    {types: ['keyword', 'operator', 'rule', 'important', 'atrule'], style: color('keyword')},
    {types: ['string', 'attr-value', 'char', 'inserted', 'inserted-sign'], style: color('string')},
    {types: ['number', 'boolean', 'constant', 'symbol'], style: color('number')},
    {types: ['function', 'property', 'tag', 'key', 'variable', 'assign-left', 'attr-name'], style: color('name')},
    {types: ['class-name', 'builtin', 'table', 'selector', 'section', 'header-name'], style: color('type')},
    {types: ['deleted', 'deleted-sign'], style: color('deleted')},
    {types: ['punctuation'], style: {color: 'var(--muted-ink)'}},
  ],
};
