/**
 * Cuts the two type faces down to the characters that the portal's text uses and writes them to static/fonts.
 *
 *   node scripts/fonts.mjs
 *
 * In: the variable fonts of @fontsource-variable (SIL Open Font License). Out: two WOFF2 files, 18 KB together. Run it
 * again after a new version of the fonts; the result is committed so that a build needs neither the tool nor the source.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

const ascii = Array.from({length: 0x7f - 0x20}, (_, i) => String.fromCodePoint(0x20 + i)).join('');
const text = `${ascii}\u00a0–—‘’“”•…→←↑↓·×≤≥©`;

const faces = [
  // Text needs regular, medium and semibold: keep the weight axis. Features: what the style sheets switch on.
  {name: 'geist', axes: {wght: {min: 400, max: 700, default: 400}}, features: ['kern', 'tnum']},
  // Code is set in regular only, and without ligatures, whose glyphs are two thirds of the file: `!=` stays as typed.
  {name: 'jetbrains-mono', axes: {wght: 400}, features: ['kern']},
];

for (const {name, axes, features} of faces) {
  const source = require.resolve(`@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`);
  const cut = await subsetFont(await readFile(source), text, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: features,
  });
  const target = new URL(`../static/fonts/${name}.woff2`, import.meta.url);
  await writeFile(target, cut);
  console.log(`${name}: ${cut.length} bytes`);
}
