import type {Plugin} from '@docusaurus/types';
import {ReleaseProblem, EXIT} from '../problems';
import {amendRelease, type AmendOptions} from './amend';
import {backportPage, type BackportOptions} from './backport';
import {siteChecks} from './checks';
import type {Context, Report} from './context';
import {cutRelease, type CutOptions} from './cut';
import {listReleases} from './list';
import {movePage} from './move';
import {renameRelease} from './rename';
import {retireRelease, type RetireOptions} from './retire';
import {sealRelease} from './seal';
import {undoRelease} from './undo';
import {verifyReleases} from './verify';

type Cli = Parameters<NonNullable<Plugin['extendCli']>>[0];
type Shared = {json?: boolean; dryRun?: boolean};

/**
 * Adds the release commands to Docusaurus's own. Each line here is one command; what it does is in its own module.
 * What an option must be, the verb says: commander would end with 1, which means refused and not called wrongly.
 */
export function extendCli(cli: Cli, siteDir: string): void {
  const add = (usage: string, description: string) =>
    cli.command(usage).description(description).option('--json', 'print the result as JSON, progress on stderr');
  const addWriting = (usage: string, description: string) =>
    add(usage, description).option('--dry-run', 'check and show what would be written, write nothing');

  addWriting('release:cut <name>', 'freeze next as a new release (YYYY.MM), which becomes the current one')
    .option('--label <label>', 'name for readers (default: the name)')
    .option('--date <date>', 'day of the release, YYYY-MM-DD (default: today)')
    .option('--allow-dirty', 'cut from a tree with changes that are not committed')
    .action((name: string, options: CutOptions & Shared) =>
      run(siteDir, options, (context) => cutRelease(context, name, options)),
    );

  add('release:list', 'list the releases with status, date and pages').action((options: Shared) =>
    run(siteDir, options, (context) => listReleases(context)),
  );

  add('release:verify [name]', 'compare every file of the snapshots with their manifests').action(
    (name: string | undefined, options: Shared) => run(siteDir, options, (context) => verifyReleases(context, name)),
  );

  addWriting(
    'release:seal <name>',
    'freeze a snapshot that was made without release:cut; until its manifest is committed',
  ).action((name: string, options: Shared) => run(siteDir, options, (context) => sealRelease(context, name, options)));

  addWriting('release:retire <name>', 'end the support of a release, or take it out of the build')
    .option('--status <status>', 'unmaintained or archived')
    .option('--static-copy <url>', 'archived: where a kept copy of its pages answers')
    .action((name: string, options: RetireOptions & Shared) =>
      run(siteDir, options, (context) => retireRelease(context, name, options)),
    );

  addWriting('release:undo <name>', 'take the newest release back, when nothing was built on it').action(
    (name: string, options: Shared) => run(siteDir, options, (context) => undoRelease(context, name, options)),
  );

  addWriting('release:rename <old> <new>', 'give a release another name; old addresses lead to the new ones').action(
    (old: string, fresh: string, options: Shared) =>
      run(siteDir, options, (context) => renameRelease(context, old, fresh, options)),
  );

  addWriting('release:amend <name>', 'record the edited files of a frozen release as a correction')
    .option('--reason <reason>', 'why; readers see it at the foot of the page')
    .option('--date <date>', 'day of the correction, YYYY-MM-DD (default: today)')
    .action((name: string, options: AmendOptions & Shared) =>
      run(siteDir, options, (context) => amendRelease(context, name, options)),
    );

  addWriting('release:backport <page>', 'carry a change of a page of next into frozen releases, block by block')
    .option('--to <names>', 'releases, separated by commas')
    .option('--reason <reason>', 'why; readers see it at the foot of the page')
    .option('--since <ref>', 'the change is what differs from this commit (default: the last one)')
    .action((page: string, options: BackportOptions & Shared) =>
      run(siteDir, options, (context) => backportPage(context, page, options)),
    );

  addWriting('page:move <old> <new>', 'rename a page of next, with all links, the sidebar and the redirect').action(
    (old: string, fresh: string, options: Shared) =>
      run(siteDir, options, (context) => movePage(context, old, fresh, options)),
  );
}

async function run(
  siteDir: string,
  {json = false}: Shared,
  act: (context: Context) => Report | Promise<Report>,
): Promise<void> {
  const context: Context = {
    siteDir,
    checks: siteChecks,
    say: (line) => (json ? console.error(line) : console.log(line)),
    observe: () => undefined,
    today: new Date().toISOString().slice(0, 10),
  };
  try {
    const report = await act(context);
    console.log(json ? JSON.stringify({ok: true, ...report}, null, 2) : format(report));
  } catch (error) {
    if (!(error instanceof ReleaseProblem)) throw error;
    if (json) console.log(JSON.stringify({ok: false, problems: error.problems}, null, 2));
    else console.error(error.problems.join('\n'));
    process.exitCode = error.exitCode || EXIT.refused;
  }
}

function format({command, written, targets, lines, next}: Report): string {
  return [
    ...lines,
    ...(targets.length > 0
      ? [written ? 'written:' : `not written (dry run of ${command}):`, ...targets.map((target) => `  ${target}`)]
      : []),
    ...(written && next.length > 0 ? ['to commit it:', ...next.map((line) => `  ${line}`)] : []),
  ].join('\n');
}
