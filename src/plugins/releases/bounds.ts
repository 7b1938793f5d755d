import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';
import {filesBelow} from './files';

/**
 * A release is frozen as one folder, so nothing in it may reach outside: not a link, an image, an import, a `require`,
 * nor a facts file by path. Works on the source, partials included, so that the message has the line.
 */

/** What a page may import from the site: components, whose behaviour is not part of what a release says. */
const SHARED_CODE = /^@(site\/src|theme|theme-original|docusaurus)\b/;

/** Every place of one file that reaches outside its release. @param file inside the release */
export function outsideReach(file: string, source: string): {line: number; message: string}[] {
  const found: {line: number; message: string}[] = [];
  let isCode = false;
  source.split('\n').forEach((text, index) => {
    if (/^\s*(```|~~~)/.test(text)) isCode = !isCode;
    else if (!isCode) {
      const prose = text.replace(/`[^`]*`/g, '');
      const shared = /!\[[^\]]*\]\(\s*<?(\/[^\s)>]*)|<img\b[^>]*\bsrc=["'](\/[^"']*)/.exec(prose);
      if (shared) {
        const image = shared[1] ?? shared[2] ?? '';
        found.push({line: index + 1, message: `${image} is an image outside this release: put it beside the page`});
      }
      for (const target of targetsOf(prose)) {
        const reason = reasonAgainst(target, file);
        if (reason) found.push({line: index + 1, message: `${target} ${reason}`});
      }
    }
  });
  return found;
}

function targetsOf(text: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^'"]*['"]([^'"]+)['"]/g,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
    /\]\(\s*<?([^\s)>]+)/g,
    /^\s*\[[^\]]+\]:\s*(\S+)/g,
    /\b(?:src|href)=["']([^"']+)["']/g,
    /['"](@site\/[^'"]+)['"]/g,
  ];
  return [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))];
}

function reasonAgainst(target: string, file: string): string | undefined {
  if (/^(pathname:\/\/)?\/docs(?=\/|$|[#?])/.test(target))
    return 'is an address of a release, not of this one: use a relative link to the file';
  if (target.startsWith('@site') && !SHARED_CODE.test(target))
    return 'is a file outside this release: use a relative path inside it';
  if (/^\.\.?\//.test(target) && join('release', dirname(file), target).split('/')[0] !== 'release') {
    return 'leads out of the folder of this release';
  }
  return undefined;
}

/** Checks a whole release folder. @returns one line each: `file:line: what` */
export function boundsProblems(siteDir: string, folder: string): string[] {
  return filesBelow(join(siteDir, folder))
    .filter((file) => /\.(mdx?|[jt]sx?)$/.test(file))
    .flatMap((file) =>
      outsideReach(file, readFileSync(join(siteDir, folder, file), 'utf8')).map(
        ({line, message}) => `${folder}/${file}:${line}: ${message}`,
      ),
    );
}
