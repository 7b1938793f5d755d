import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {CONTRACT} from '../contract';
import {filesBelow, formatJson} from '../files';
import {moveId, moveInContract, moveKey, moveLinks, type Move} from '../move-page';
import {EXIT, refuse} from '../problems';
import {currentRelease, loadReleases, NEXT, type Releases} from '../releases';
import {addressOf, routeOf} from '../routes';
import {Transaction} from '../transaction';
import {exclusively, type Context, type Report} from './context';
import {commitWithRules} from './redirect-file';

/** Inside docs/, and no partial. */
const PAGE_ID = /^[a-z0-9][\w.-]*(\/[a-z0-9][\w.-]*)*$/i;

/**
 * Renames a page of next: the file, every link to it, the sidebar, and the entry in releases.json that the switcher and
 * the redirects follow.
 */
export async function movePage(
  context: Context,
  oldId: string,
  newId: string,
  options: {dryRun?: boolean} = {},
): Promise<Report> {
  const [from, to] = [oldId, newId].map((id) => id.replace(/^docs\//, '').replace(/\.mdx?$/, '')) as [string, string];
  return exclusively(context, `page:move ${from} ${to}`, async () => {
    const {siteDir} = context;
    const extension = ['.md', '.mdx'].find((end) => existsSync(join(siteDir, 'docs', from + end)));
    for (const id of [from, to]) {
      if (!PAGE_ID.test(id)) refuse(`"${id}" is no page id: write folder/name, without "_" in front`, EXIT.usage);
    }
    if (extension === undefined) refuse(`docs/${from}: there is no such page`, EXIT.usage);
    if (['.md', '.mdx'].some((end) => existsSync(join(siteDir, 'docs', to + end)))) refuse(`docs/${to} exists already`);

    const transaction = new Transaction(siteDir, `page:move ${from} ${to}`, context.observe);
    try {
      const move: Move = {from: from + extension, to: to + extension};
      const rewritten = stageFiles(transaction, move, from, to);
      transaction.remove(`docs/${move.from}`);
      const releases = withRename(loadReleases(siteDir), from, to);
      transaction.write('releases.json', formatJson(releases));
      const targets = transaction.targets();
      if (options.dryRun) transaction.abandon();
      else transaction.commit();
      const [old, fresh] = [from, to].map((id) => addressOf('/docs/next', routeOf(id)));
      return {
        command: `page:move ${from} ${to}`,
        written: !options.dryRun,
        targets,
        lines: [
          `${rewritten.length} files name the page and were rewritten: ${rewritten.join(', ')}`,
          `${old} leads to ${fresh}`,
        ],
        data: {from, to, rewritten, redirect: {from: old, to: fresh}},
        next: commitWithRules(targets, `Move ${from} to ${to}`),
      };
    } catch (error) {
      transaction.abandon();
      throw error;
    }
  });
}

/** Stages the page at its new place and every file that names it. @returns the files that name it */
function stageFiles(transaction: Transaction, move: Move, from: string, to: string): string[] {
  const {siteDir} = transaction;
  const rewritten: string[] = [];
  for (const file of filesBelow(join(siteDir, 'docs')).filter((name) => /\.(mdx?|json)$/.test(name))) {
    const source = readFileSync(join(siteDir, 'docs', file), 'utf8');
    const linked = moveLinks(source, file, move);
    const text = withoutOldId(linked, file, from, to);
    if (file === move.from) transaction.write(`docs/${move.to}`, text);
    else if (text !== source) {
      transaction.write(`docs/${file}`, text);
      rewritten.push(`docs/${file}`);
    }
  }
  const sidebar = readFileSync(join(siteDir, 'sidebars.ts'), 'utf8');
  const moved = moveId(sidebar, from, to);
  if (moved !== sidebar) {
    transaction.write('sidebars.ts', moved);
    rewritten.push('sidebars.ts');
  }
  return rewritten;
}

/** In front matter and in lists of pages a page is named by its id; in prose and facts the same word is only a word. */
function withoutOldId(text: string, file: string, from: string, to: string): string {
  if (file === '_facts/search-phrases.json') return moveKey(text, from, to);
  if (file.startsWith('_facts/')) return text;
  if (file === CONTRACT) return moveInContract(text, from, to);
  if (file.endsWith('.json')) return moveId(text, from, to);
  return text.replace(/^---\n[\s\S]*?\n---\n/, (front) => moveId(front, from, to));
}

/**
 * Notes the rename for next, whose highlights follow; a page that is renamed twice between releases has one entry, from its
 * first name.
 */
export function withRename(releases: Releases, from: string, to: string): Releases {
  const next = releases[NEXT];
  if (!next) throw new Error(`releases.json has no entry for next beside ${currentRelease(releases)}`);
  const {[from]: first = from, ...others} = next.renamed;
  const renamed = first === to ? others : {...others, [to]: first};
  const highlights = next.highlights?.map((one) => (one.page === from ? {...one, page: to} : one));
  return {...releases, [NEXT]: {...next, renamed, highlights}};
}
