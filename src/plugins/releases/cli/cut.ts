import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {loadFreshModule} from '@docusaurus/utils';
import {boundsProblems} from '../bounds';
import {brokenPromises} from '../contract';
import {formatJson} from '../files';
import {brokenHighlights} from '../highlights';
import {formatManifest, MANIFEST} from '../manifest';
import {EXIT, refuse, ReleaseProblem} from '../problems';
import {currentRelease, loadReleases, NEXT, type Release, type Releases} from '../releases';
import {routesOnDisk} from '../routes-on-disk';
import {folderOf, loadSite, readRelease, sidebarOf, type Site, type SiteRelease} from '../site';
import {makeManifest, readManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {contractInputs} from './contract-inputs';
import {commitWithRules, movesOf, requireSoundRedirects, stageRetargeted} from './redirect-file';
import {requireDay, requireUnusedName, releasesText} from './arguments';
import {scratchSite} from './checks';
import {exclusively, type Context, type Report} from './context';
import {requireCleanTree} from './git';
import {summarize, summaryLines} from './summary';

export type CutOptions = {label?: string; date?: string; allowDirty?: boolean; dryRun?: boolean};

/**
 * Freezes next as a new release, which becomes the current one.
 *
 * Checks first, then stages beside the tree, builds what it staged, and renames in. The tree is as before or as after.
 *
 * @throws ReleaseProblem that names every reason against it
 */
export async function cutRelease(context: Context, name: string, options: CutOptions = {}): Promise<Report> {
  return exclusively(context, `release:cut ${name}`, async () => {
    const {siteDir, say} = context;
    const releases = loadReleases(siteDir);
    const date = requireDay(options.date ?? context.today);
    checkName(siteDir, name, releases);
    requireCleanTree(siteDir, options.allowDirty ?? false);
    say('checking the pages');
    await checkPages(context);

    const transaction = new Transaction(siteDir, `release:cut ${name}`, context.observe);
    let scratch: string | undefined;
    try {
      await stage(transaction, name, releases, {...options, date});
      requireSoundRedirects(transaction);
      say('building the snapshot');
      scratch = scratchSite(siteDir, join(transaction.stage, 'new'), [name]);
      await context.checks.build(scratch, [name]);
      say('comparing it with the release before');
      const summary = summarize(siteWith(siteDir, name, transaction), currentRelease(releases), name);
      rmSync(scratch, {recursive: true, force: true});
      const targets = transaction.targets();
      if (options.dryRun) transaction.abandon();
      else transaction.commit();
      return {
        command: `release:cut ${name}`,
        written: !options.dryRun,
        targets,
        lines: [...summaryLines(summary), ...highlightLines(name, releases)],
        data: {release: name, date, summary},
        next: commitWithRules(targets, `Release ${name}`),
      };
    } catch (error) {
      // A failed commit has put the tree back; what is left is the stage.
      transaction.abandon();
      if (scratch !== undefined) rmSync(scratch, {recursive: true, force: true});
      throw error;
    }
  });
}

/** Refuses a name that is no release's name, is taken, or is older than what exists. */
function checkName(siteDir: string, name: string, releases: Releases): void {
  if (!/^\d{4}\.(0[1-9]|1[0-2])$/.test(name)) refuse(`"${name}" is no name of a release: write YYYY.MM`, EXIT.usage);
  if (releases[name]) refuse(`${name} exists already (releases.json)`);
  requireUnusedName(name, releases);
  for (const path of [folderOf(name), sidebarOf(name)])
    if (existsSync(join(siteDir, path))) refuse(`${path} exists already`);
  const newest = Object.keys(releases)
    .filter((other) => other !== NEXT)
    .sort()
    .at(-1);
  if (newest !== undefined && name < newest) refuse(`${name} is older than ${newest}; releases are cut in order`);
}

async function checkPages({siteDir, checks, say}: Context): Promise<void> {
  const problems = boundsProblems(siteDir, 'docs');
  const site = loadSite(siteDir, [NEXT]);
  const promised = readManifest(siteDir, currentRelease(site.releases))?.pages;
  if (promised) problems.push(...brokenPromises(contractInputs(site, promised)));
  problems.push(...brokenHighlights(NEXT, site.releases[NEXT] as Release, site.byName.get(NEXT) as SiteRelease));
  say('linting the pages of next');
  problems.push(...(await checks.lint(siteDir, 'docs')));
  if (problems.length > 0) throw new ReleaseProblem(problems);
}

/** Puts everything that makes a release into the stage: pages, sidebar, manifest, versions.json, releases.json. */
async function stage(
  transaction: Transaction,
  name: string,
  releases: Releases,
  {label, date}: {label?: string; date: string},
): Promise<void> {
  const {siteDir} = transaction;
  transaction.copy(join(siteDir, 'docs'), folderOf(name));
  const sidebars: unknown = await loadFreshModule(join(siteDir, 'sidebars.ts'));
  transaction.write(sidebarOf(name), `${JSON.stringify(sidebars, null, 2)}\n`);
  const stageFolder = join(transaction.stage, 'new');
  const manifest = makeManifest(stageFolder, name);
  transaction.writeInside(folderOf(name), MANIFEST, formatManifest(manifest));
  // versions.json before releases.json: Docusaurus takes a version without options, but no options without a version.
  transaction.write('versions.json', versionsText(siteDir, name));
  transaction.write('releases.json', releasesText(withRelease(releases, name, label, date)));
  // Rows that lead to a page under its old name would lead to a redirect once the new name is the current one.
  const moves = movesOf(releases[NEXT]?.renamed ?? {}, routesOnDisk(stageFolder, name));
  stageRetargeted(transaction, new Map(moves));
}

function versionsText(siteDir: string, name: string): string {
  const versions = JSON.parse(readFileSync(join(siteDir, 'versions.json'), 'utf8')) as string[];
  return formatJson([name, ...versions]);
}

/** What the home page will call new in the release; nothing is a choice, but not one to make unknowingly. */
function highlightLines(name: string, releases: Releases): string[] {
  const highlights = releases[NEXT]?.highlights ?? [];
  return highlights.length > 0
    ? [`the home page calls new in ${name}:`, ...highlights.map(({text}) => `  ${text}`)]
    : [`the home page calls nothing new in ${name}: next has no "highlights" in releases.json`];
}

/**
 * releases.json after the cut: the new release takes over what next said about renames, nearest pages and highlights, and
 * next starts anew.
 */
export function withRelease(releases: Releases, name: string, label: string | undefined, date: string): Releases {
  const next = releases[NEXT] as Release;
  const {renamed, nearest, highlights} = next;
  const result: Releases = {[NEXT]: {...next, renamed: {}, nearest: {}, highlights: undefined}};
  result[name] = {label: label ?? name, status: 'current', date, renamed, nearest, highlights};
  for (const [other, release] of Object.entries(releases)) {
    if (other === NEXT) continue;
    result[other] = release.status === 'current' ? {...release, status: 'maintained'} : release;
  }
  return result;
}

/** The staged release beside the one before it, to compare them before anything is renamed. */
function siteWith(siteDir: string, name: string, transaction: Transaction): Site {
  const stageFolder = join(transaction.stage, 'new');
  const site = loadSite(siteDir, [currentRelease(loadReleases(siteDir))]);
  const byName = new Map([...site.byName, [name, readRelease(stageFolder, name)]]);
  return {siteDir, releases: loadReleases(stageFolder), byName};
}
