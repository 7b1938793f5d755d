import {expect, test} from '@jest/globals';
import postcss from 'postcss';
import modalStyles from './modal-styles';

const through = (css: string, file: string) =>
  postcss([modalStyles()]).process(css, {from: `/x/@docsearch/css/dist/${file}`}).css;

test('the modal has its variables, the page has none and no layer', () => {
  const css = '@layer a.b{:root{--x:1}html[data-theme=dark]{--x:2}.DocSearch-Modal{color:var(--x)}}';
  expect(through(css, '_variables.css')).toBe(
    ':where(.DocSearch-Container){--x:1}:where(html[data-theme=dark] .DocSearch-Container){--x:2}.DocSearch-Modal{color:var(--x)}',
  );
});

test('other sheets stay as they are', () => {
  expect(through('@layer a{:root{--x:1}}', 'button.css')).toBe('@layer a{:root{--x:1}}');
});
