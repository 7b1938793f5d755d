import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {createTwoFilesPatch} from 'diff';
import {boundsProblems} from '../bounds';
import {differences, formatManifest, MANIFEST, type Amendment, type Difference, type Manifest} from '../manifest';
import {EXIT, refuse, ReleaseProblem} from '../problems';
import {builtNames, currentRelease, loadReleases} from '../releases';
import {folderOf, sidebarOf} from '../site';
import {findSnapshot, makeManifest, readManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {requireDay, requireSnapshotName} from './arguments';
import {scratchSite} from './checks';
import {exclusively, type Context, type Report} from './context';
import {committedText, commitCommands} from './git';

export type AmendOptions = {reason?: string; date?: string; dryRun?: boolean};

/** Takes the files of a frozen release that were edited, checks and builds the release, and records the correction. */
export async function amendRelease(context: Context, name: string, options: AmendOptions): Promise<Report> {
  const reason = options.reason?.trim() ?? '';
  if (reason === '') refuse('say why: --reason "…"; readers see it at the foot of the page', EXIT.usage);
  return exclusively(context, `release:amend ${name}`, async () => {
    const {siteDir, say} = context;
    requireSnapshotName(name, loadReleases(siteDir));
    const manifest = readManifest(siteDir, name);
    if (!manifest) refuse(`${name} has no manifest; seal it first`);
    const changed = differences(manifest, findSnapshot(siteDir, name), sidebarOf(name));
    if (changed.length === 0)
      refuse(`${name} is as it was frozen: edit the page in ${folderOf(name)} first, then amend`);
    const diff = changed.map((difference) => diffOf(siteDir, name, difference)).join('\n');
    diff.split('\n').forEach(say);

    const date = requireDay(options.date ?? context.today);
    const transaction = new Transaction(siteDir, `release:amend ${name}`, context.observe);
    try {
      stageAmendment(transaction, name, manifest, {date, reason, files: filesOf(manifest, siteDir, name, changed)});
      await checkRelease(context, transaction, [name]);
      const targets = [...changed.map(({file}) => pathOf(name, file)), ...transaction.targets()];
      if (options.dryRun) transaction.abandon();
      else transaction.commit();
      return {
        command: `release:amend ${name}`,
        written: !options.dryRun,
        targets,
        lines: [`${name}: ${changed.length} files corrected: ${reason}`],
        data: {release: name, reason, date, files: changed, diff},
        next: commitCommands(targets, `Amend ${name}: ${reason}`),
      };
    } catch (error) {
      transaction.abandon();
      throw error;
    }
  });
}

/** Stages the manifest that follows from a correction. @param stagedSite where the corrected files stand, when not in the tree */
export function stageAmendment(
  transaction: Transaction,
  name: string,
  manifest: Manifest,
  amendment: Amendment,
  stagedSite = transaction.siteDir,
): void {
  const fresh = makeManifest(stagedSite, name, {amendments: [...manifest.amendments, amendment]});
  transaction.write(`${folderOf(name)}/${MANIFEST}`, formatManifest(fresh));
}

/** Bounds and lint of corrected releases, and a build of those that are not archived beside the current one, in a copy. */
export async function checkRelease(
  context: Context,
  transaction: Transaction,
  names: readonly string[],
): Promise<void> {
  const {siteDir, checks, say} = context;
  const releases = loadReleases(siteDir);
  const copied = [...new Set([currentRelease(releases), ...names])];
  const built = copied.filter((name) => builtNames(releases).includes(name));
  const scratch = scratchSite(siteDir, join(transaction.stage, 'new'), copied);
  try {
    say(`checking ${names.join(', ')}`);
    const problems: string[] = [];
    for (const name of names) {
      problems.push(...boundsProblems(scratch, folderOf(name)), ...(await checks.lint(scratch, folderOf(name))));
    }
    if (problems.length > 0) throw new ReleaseProblem(problems);
    say(`building ${built.join(', ')}`);
    await checks.build(scratch, built);
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}

function pathOf(name: string, file: string): string {
  return file === sidebarOf(name) ? file : `${folderOf(name)}/${file}`;
}

function filesOf(
  manifest: Manifest,
  siteDir: string,
  name: string,
  changed: readonly Difference[],
): Amendment['files'] {
  const found = findSnapshot(siteDir, name);
  return Object.fromEntries(
    changed.map(({file}) =>
      file === sidebarOf(name)
        ? [file, {before: manifest.sidebar, after: found.sidebar ?? null}]
        : [file, {before: manifest.files[file] ?? null, after: found.files[file] ?? null}],
    ),
  );
}

function diffOf(siteDir: string, name: string, {file}: Difference): string {
  const path = pathOf(name, file);
  const now = existsSync(join(siteDir, path)) ? readFileSync(join(siteDir, path), 'utf8') : '';
  return createTwoFilesPatch(`${path} (frozen)`, `${path} (corrected)`, committedText(siteDir, path) ?? '', now);
}
