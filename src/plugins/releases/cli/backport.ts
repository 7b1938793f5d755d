import {cpSync, existsSync, readFileSync, rmSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {carry} from '../carry';
import {hashFile} from '../files';
import {EXIT, refuse, ReleaseProblem} from '../problems';
import {loadReleases, NEXT} from '../releases';
import {idIn} from '../renames';
import {folderOf, sidebarOf} from '../site';
import {readManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {checkRelease, stageAmendment} from './amend';
import {requireDay} from './arguments';
import {exclusively, type Context, type Report} from './context';
import {commitCommands, committedText} from './git';
import {problemsOf} from './verify';

export type BackportOptions = {to?: string; reason?: string; since?: string; date?: string; dryRun?: boolean};

/**
 * Carries a change of a page of next into frozen releases, block by block, as an amendment of each.
 *
 * The change is what differs from the last commit, or, where nothing does, what the page's last commit changed;
 * `since` names another starting point.
 *
 * @throws ReleaseProblem listing every block that does not fit, with file and line; then nothing is written
 */
export async function backportPage(context: Context, id: string, options: BackportOptions): Promise<Report> {
  const targets = (options.to ?? refuse('say where: --to 2026.05,2026.04', EXIT.usage))
    .split(',')
    .map((name) => name.trim());
  return exclusively(context, `release:backport ${id}`, async () => {
    const {siteDir, say} = context;
    const releases = loadReleases(siteDir);
    const file = fileOf(siteDir, 'docs', id) ?? refuse(`docs/${id}: there is no such page`, EXIT.usage);
    const now = readFileSync(join(siteDir, file), 'utf8');
    const base = baseText(siteDir, file, now, options.since);
    const transaction = new Transaction(siteDir, `release:backport ${id}`, context.observe);
    try {
      const problems: string[] = [];
      const staged: {name: string; file: string; path: string}[] = [];
      for (const name of targets) {
        if (!releases[name] || name === NEXT) refuse(`${name}: there is no such release`, EXIT.usage);
        problems.push(...problemsOf(siteDir, name));
        const path = fileOf(siteDir, folderOf(name), idIn(id, NEXT, name, releases));
        if (path === undefined) {
          problems.push(`${folderOf(name)}: ${name} does not have the page ${id}`);
          continue;
        }
        const was = readFileSync(join(siteDir, path), 'utf8');
        const {text, misfits} = carry(base, now, was, file.endsWith('.mdx'));
        problems.push(...misfits.map(({line, reason}) => `${file}:${line}: does not fit ${path}: ${reason}`));
        if (text !== null && text !== was) {
          transaction.write(path, text);
          staged.push({name, file: path.slice(folderOf(name).length + 1), path});
        }
      }
      if (problems.length > 0) throw new ReleaseProblem(problems);
      if (staged.length === 0) refuse(`${targets.join(', ')}: nothing to carry; the change is there already`);
      const reason = options.reason ?? `Carried over from the next release: ${id}`;
      const date = requireDay(options.date ?? context.today);
      for (const {name, file: inside, path} of staged) {
        stageOne(transaction, name, {inside, path, reason, date});
        say(`${name}: ${path}`);
      }
      await checkRelease(
        context,
        transaction,
        staged.map(({name}) => name),
      );
      const paths = transaction.targets();
      if (options.dryRun) transaction.abandon();
      else transaction.commit();
      return {
        command: `release:backport ${id}`,
        written: !options.dryRun,
        targets: paths,
        lines: staged.map(({name, path}) => `${name}: ${path} corrected`),
        data: {page: id, releases: staged.map(({name}) => name), reason},
        next: commitCommands(paths, `Backport ${id} to ${staged.map(({name}) => name).join(', ')}`),
      };
    } catch (error) {
      transaction.abandon();
      throw error;
    }
  });
}

/** Stages the amended manifest of one release, read from a copy that has the carried page. */
function stageOne(
  transaction: Transaction,
  name: string,
  {inside, path, reason, date}: {inside: string; path: string; reason: string; date: string},
): void {
  const {siteDir} = transaction;
  const manifest = readManifest(siteDir, name) ?? refuse(`${name} has no manifest; seal it first`);
  const copy = join(transaction.stage, 'whole', name);
  copyOver(siteDir, copy, transaction, name, path);
  const files = {[inside]: {before: manifest.files[inside] ?? null, after: hashFile(transaction.staged(path))}};
  stageAmendment(transaction, name, manifest, {date, reason, files}, copy);
  rmSync(copy, {recursive: true, force: true});
}

function copyOver(siteDir: string, copy: string, transaction: Transaction, name: string, path: string): void {
  for (const part of [folderOf(name), sidebarOf(name)])
    cpSync(join(siteDir, part), join(copy, part), {recursive: true});
  cpSync(transaction.staged(path), join(copy, path), {recursive: true});
}

function fileOf(siteDir: string, folder: string, id: string): string | undefined {
  return [`${folder}/${id}.md`, `${folder}/${id}.mdx`].find((file) => existsSync(join(siteDir, file)));
}

function baseText(siteDir: string, file: string, now: string, since: string | undefined): string {
  const at = (ref: string) => spawnSync('git', ['-C', siteDir, 'show', `${ref}:./${file}`], {encoding: 'utf8'});
  if (since === undefined) {
    const head = committedText(siteDir, file);
    if (head !== undefined && head !== now) return head;
  }
  const last = spawnSync('git', ['-C', siteDir, 'log', '-1', '--format=%H', '--', file], {
    encoding: 'utf8',
  }).stdout.trim();
  const {status, stdout} = at(since ?? `${last}^`);
  if (status !== 0) refuse(`${file}: no earlier text of it is in git; name one with --since`, EXIT.usage);
  return stdout;
}
