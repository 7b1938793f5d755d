import {readFileSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {pagesOf} from './corpus';
import {loadCorpus} from './disk';
import {createPage} from './page';
import {rules} from './rules/index';
import {lint} from './run';
import type {Corpus, Finding, Page} from './types';

/** The command: parses the arguments, mends when asked, reports, and returns the exit code. */
export async function main(args: readonly string[], root: string): Promise<number> {
  const corpus = await loadCorpus(root);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const {pages, strangers} = choosePages(corpus, names);
  strangers.forEach((name) => console.error(`${name}: not a page of a release`));

  if (args.includes('--fix')) {
    const changed = await mend(pages, root);
    console.log(`${changed} files mended`);
    return main(
      args.filter((arg) => arg !== '--fix'),
      root,
    );
  }

  const findings = await lint(rules, pages, corpus);
  findings.forEach((finding) => console.log(format(finding)));
  corpus.faults.forEach((fault) => console.log(fault));
  if (corpus.faults.size > 0) console.log('facts of pages were not looked at: mend their data first');
  corpus.notes.forEach((note) => console.log(`note: ${note}`));
  console.log(`${pages.length} files, ${findings.length + corpus.faults.size} findings`);
  return findings.length + corpus.faults.size + strangers.length > 0 ? 1 : 0;
}

/** Without names, all pages; data files of a release may be named too, they are checked elsewhere. */
function choosePages(corpus: Corpus, names: readonly string[]): {pages: Page[]; strangers: string[]} {
  const all = pagesOf(corpus);
  if (names.length === 0) {
    return {pages: all, strangers: []};
  }
  const byFile = new Map(all.map((page) => [page.file, page]));
  const files = [
    ...new Set(names.map((name) => relative(corpus.root, resolve(corpus.root, name)).replaceAll('\\', '/'))),
  ];
  return {
    pages: files.flatMap((file) => byFile.get(file) ?? []),
    strangers: files.filter((file) => !byFile.has(file) && !file.endsWith('.json')),
  };
}

/** Applies the fixers one after the other, each to what the one before it wrote. */
async function mend(pages: readonly Page[], root: string): Promise<number> {
  let changed = 0;
  for (const page of pages) {
    let mended = page;
    for (const rule of rules) {
      const source = await rule.fix?.(mended, root);
      if (source !== undefined && source !== mended.source) {
        mended = createPage(page.file, page.release, source);
      }
    }
    const path = join(root, page.file);
    // A writer may have saved the file since it was read; that text is newer than ours.
    if (mended !== page && readFileSync(path, 'utf8') === page.source) {
      writeFileSync(path, mended.source);
      changed += 1;
    }
  }
  return changed;
}

function format({page, line, rule, what, mend: hint}: Finding): string {
  return `${page.file}:${line}: ${rule}: ${what}; ${hint}`;
}
