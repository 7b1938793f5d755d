import {readFileSync} from 'node:fs';
import {transformSync} from '@swc/core';
import {SIDEBAR_KEY} from '../../theme/DocSidebarItem/Category/open-categories';

/** Settings of a page's loader: what client/loader.ts reads from its own tag. */
export type LoaderSettings = {
  /** Addresses of the application's scripts, in order. */
  app: readonly string[];
  /** Address of the search dialog's script. */
  search: string;
  /** Whether the page is nothing without the application. */
  now: boolean;
  /** Where the reader's preferred release is kept, and the name of the one that needs no preference. */
  release: {key: string; latest: string};
  rules: string;
};

/**
 * How a page that is followed without the application is made instant: its file is fetched when the pointer rests on the
 * link, and drawn when the button goes down. Links of the same origin only; none that is a file to keep.
 */
const pages = {and: [{href_matches: '/*'}, {not: {href_matches: '/*.:kind(md|json|rss|atom)'}}]};
export const speculationRules: string = JSON.stringify({
  prefetch: [{where: pages, eagerness: 'moderate'}],
  prerender: [{where: pages, eagerness: 'conservative'}],
});

/** The loader as it stands in the pages: the same bytes on each, so that one hash allows it. */
export function compileLoader(file: string): string {
  const {code} = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    configFile: false,
    swcrc: false,
    isModule: false,
    minify: true,
    jsc: {
      parser: {syntax: 'typescript'},
      transform: {optimizer: {globals: {vars: {SIDEBAR_KEY: JSON.stringify(SIDEBAR_KEY)}}}},
      target: 'es2022',
      minify: {compress: {passes: 3, toplevel: true, unsafe_arrows: true}, mangle: {toplevel: true}},
    },
  });
  return code.trim();
}

const attribute = (text: string): string => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/** The loader's tag. Apostrophes around the rules, which are full of quotes. */
export function loaderTag(code: string, {app, search, now, release, rules}: LoaderSettings): string {
  return [
    `<script data-app=${attribute(app.join(' '))}`,
    ` data-search=${attribute(search)}`,
    now ? ' data-now' : '',
    ` data-release=${attribute(`${release.key} ${release.latest}`)}`,
    ` data-rules='${rules}'>`,
    code,
    '</script>',
  ].join('');
}
