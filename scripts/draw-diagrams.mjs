/**
 * Draws the Mermaid diagrams that are not drawn yet, and removes drawings that no page uses.
 *
 *   node scripts/draw-diagrams.mjs [--check] [release...]
 *
 * In: the mermaid fences of docs, or of the frozen releases that are named, before they are amended. Out:
 * `<release>/_diagrams/<hash of the source>.svg`, committed, so that a build needs no browser. --check writes nothing and
 * exits 1 when something would be drawn.
 */
import './lib/typescript.mjs';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {optimize} from 'svgo';
import {chromiumArgs, ensureChromium} from './lib/chromium.mjs';
import {fail, root} from './lib/run.mjs';

const {foldersToDraw, planDrawings} = await import('../src/plugins/diagrams/drawings.ts');
const require = createRequire(import.meta.url);

/** Stand-in colors that Mermaid computes with, and the page's variables that replace them in the drawing. */
const colors = {
  '#fefefd': '--surface',
  '#f3f1ed': '--muted',
  '#e6e2d9': '--line',
  '#8b8881': '--line-strong',
  '#5a5e67': '--muted-ink',
  '#15181d': '--ink',
  '#fbf1dd': '--warn-surface',
};

const themeVariables = {
  fontFamily: 'Geist, Geist Fallback, sans-serif',
  fontSize: '14px',
  background: '#fefefd',
  primaryColor: '#f3f1ed',
  primaryBorderColor: '#8b8881',
  primaryTextColor: '#15181d',
  secondaryColor: '#f3f1ed',
  secondaryBorderColor: '#8b8881',
  secondaryTextColor: '#15181d',
  tertiaryColor: '#fefefd',
  tertiaryBorderColor: '#e6e2d9',
  tertiaryTextColor: '#15181d',
  mainBkg: '#f3f1ed',
  nodeBorder: '#8b8881',
  lineColor: '#5a5e67',
  textColor: '#15181d',
  titleColor: '#15181d',
  clusterBkg: '#fefefd',
  clusterBorder: '#e6e2d9',
  edgeLabelBackground: '#fefefd',
  actorBkg: '#f3f1ed',
  actorBorder: '#8b8881',
  actorTextColor: '#15181d',
  actorLineColor: '#e6e2d9',
  signalColor: '#5a5e67',
  signalTextColor: '#15181d',
  labelBoxBkgColor: '#f3f1ed',
  labelBoxBorderColor: '#8b8881',
  labelTextColor: '#15181d',
  loopTextColor: '#15181d',
  noteBkgColor: '#fbf1dd',
  noteBorderColor: '#e6e2d9',
  noteTextColor: '#15181d',
  activationBkgColor: '#f3f1ed',
  activationBorderColor: '#8b8881',
  sequenceNumberColor: '#fefefd',
};

async function openCanvas() {
  const {chromium} = require('playwright-core');
  const browser = await chromium.launch({
    executablePath: ensureChromium((line) => console.log(line)),
    args: chromiumArgs,
  });
  const page = await browser.newPage();
  const font = readFileSync(join(root, 'static/fonts/geist.woff2')).toString('base64');
  await page.setContent(
    `<style>@font-face{font-family:Geist;src:url(data:font/woff2;base64,${font});font-weight:400 700}</style><p style="font:14px Geist">x</p>`,
  );
  await page.evaluate(() => document.fonts.ready);
  await page.addScriptTag({path: require.resolve('mermaid/dist/mermaid.min.js')});
  await page.evaluate((variables) => {
    window.mermaid.initialize({
      startOnLoad: false,
      theme: 'base',
      themeVariables: variables,
      deterministicIds: true,
      htmlLabels: false,
      flowchart: {htmlLabels: false, useMaxWidth: false, curve: 'basis'},
      sequence: {useMaxWidth: false, mirrorActors: false},
      er: {useMaxWidth: false},
      state: {useMaxWidth: false},
    });
  }, themeVariables);
  return {browser, page};
}

/** Colors that Mermaid has built in, without a variable for them. */
const builtIn = {
  'rgba?\\(254, ?254, ?253, ?0?\\.5\\)': '--surface',
  '#b9b9b9|rgba\\(185, ?185, ?185, ?1\\)': '--line-strong',
  '#(?:000000|000|010102)(?![0-9a-f])': '--ink',
  '#(?:eaeaea|e0e0e0)': '--muted',
  '#(?:666|999)(?![0-9a-f])': '--line-strong',
};

/** What SVGO may not do here: title, description and ids name the drawing; shapes are what the style rules address. */
const kept = {
  removeTitle: false,
  removeDesc: false,
  removeViewBox: false,
  cleanupIds: false,
  convertColors: false,
  convertPathData: false,
  convertShapeToPath: false,
  mergePaths: false,
};

function smaller(svg) {
  const attempt = (overrides) =>
    optimize(svg, {multipass: true, plugins: [{name: 'preset-default', params: {overrides}}]}).data;
  try {
    return attempt(kept);
  } catch {
    // Its style minifier cannot read the rules of some diagram kinds (entity relationship); their drawing keeps them all.
    return attempt({...kept, minifyStyles: false});
  }
}

/** Makes a drawing that takes the page's colors and font, without the rules of Mermaid's style sheet that it does not use. */
function forPage(svg) {
  let result = smaller(svg);
  for (const [color, variable] of Object.entries(colors)) {
    result = result.replaceAll(new RegExp(color, 'gi'), `var(${variable})`);
  }
  for (const [color, variable] of Object.entries(builtIn)) {
    result = result.replaceAll(new RegExp(color, 'gi'), `var(${variable})`);
  }
  return result.replaceAll(/font-family:[^;}"]+/g, 'font-family:var(--font-text)').trim() + '\n';
}

const check = process.argv.includes('--check');
const names = process.argv.slice(2).filter((argument) => argument !== '--check');
let plans;
try {
  plans = foldersToDraw(root, names).map((folder) => planDrawings(root, folder));
} catch (error) {
  fail(error.message);
}
let canvas;
let drawn = 0;
let failed = 0;
try {
  for (const {folder, missing, unused} of plans) {
    const target = join(root, folder);
    for (const {name, source, place} of missing) {
      if (check) {
        console.error(
          `${place}: not drawn yet; run "${['npm run diagrams', ...(names.length > 0 ? ['--', ...names] : [])].join(' ')}"`,
        );
        failed++;
        continue;
      }
      canvas ??= await openCanvas();
      try {
        const svg = await canvas.page.evaluate(
          async ([id, text]) => (await window.mermaid.render(id, text)).svg,
          [`d${name}`, source],
        );
        mkdirSync(target, {recursive: true});
        writeFileSync(join(target, `${name}.svg`), forPage(svg));
        drawn++;
        console.log(`${place}: drawn`);
      } catch (error) {
        console.error(`${place}: Mermaid cannot draw this: ${String(error.message).split('\n').slice(0, 4).join(' ')}`);
        failed++;
      }
    }
    if (check) continue;
    for (const file of unused) rmSync(join(target, file));
  }
} finally {
  await canvas?.browser.close();
}
console.log(`diagrams: ${drawn} drawn, ${failed} failed`);
process.exit(failed ? 1 : 0);
