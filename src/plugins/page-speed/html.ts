/** A deferred script of the application, as Docusaurus's minified template writes it. */
const deferred = /<script src="?(\/[^\s">]+\.js)"? defer(?:="?(?:defer)?"?)?><\/script>/g;
/** The first style sheet, or the <noscript> around it: no script inside of that would run. */
const head = /<noscript>|<link rel="?stylesheet"?/;

/** Addresses of the scripts that a page loads by itself, in order. */
export function deferredScripts(html: string): string[] {
  return [...html.matchAll(deferred)].map((match) => match[1]!);
}

/**
 * A page whose scripts are named to the loader instead of loaded.
 *
 * @param tag makes the loader's tag from the addresses of the scripts
 * @throws when the page has scripts but no style sheet to stand before: a script below one waits for it
 */
export function deferToIntent(html: string, tag: (scripts: string[]) => string): string {
  const scripts = deferredScripts(html);
  if (scripts.length === 0) return html;
  const bare = html.replaceAll(deferred, '');
  const at = bare.search(head);
  if (at === -1) throw new Error('page-speed: no style sheet in a page with scripts');
  return bare.slice(0, at) + tag(scripts) + bare.slice(at);
}

/**
 * A page whose search button names the keys of every machine. DocSearch names a Mac's until its code knows better; a screen
 * reader reads that out on all others.
 */
export function nameAllKeys(html: string): string {
  return html.replace(
    /aria-label="([^"]+) \(Meta\+k\)" aria-keyshortcuts="?Meta\+k"?/,
    'aria-label="$1" aria-keyshortcuts="Control+k Meta+k"',
  );
}

/** Bodies of the scripts that stand in a page and are run by it. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(\s[^>]*)?>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=|\stype="?(application|text\/template)/.test(attributes))
    .map((match) => match[2]!);
}
