import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatJson} from '../files';
import {refuse, ReleaseProblem} from '../problems';
import {loadReleases, NEXT, releaseNames, type Release, type Releases} from '../releases';
import {routesOnDisk} from '../routes-on-disk';
import {folderOf, sidebarOf} from '../site';
import {readManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {exclusively, type Context, type Report} from './context';
import {commitWithRules, movesOf, requireSoundRedirects, stageRetargeted} from './redirect-file';
import {problemsOf} from './verify';

/** Takes the newest release back. Next keeps its pages; nothing that was written since is lost. */
export async function undoRelease(context: Context, name: string, options: {dryRun?: boolean} = {}): Promise<Report> {
  return exclusively(context, `release:undo ${name}`, async () => {
    const {siteDir} = context;
    const releases = loadReleases(siteDir);
    const reasons = reasonsAgainst(siteDir, name, releases);
    if (reasons.length > 0) throw new ReleaseProblem(reasons);

    const versions = JSON.parse(readFileSync(join(siteDir, 'versions.json'), 'utf8')) as string[];
    const transaction = new Transaction(siteDir, `release:undo ${name}`, context.observe);
    transaction.write('releases.json', formatJson(without(releases, name)));
    transaction.write('versions.json', formatJson(versions.filter((other) => other !== name)));
    transaction.remove(folderOf(name));
    transaction.remove(sidebarOf(name));
    const moves = movesOf(releases[name]?.renamed ?? {}, routesOnDisk(siteDir, name));
    stageRetargeted(transaction, new Map(moves.map(([before, after]) => [after, before])));
    requireSoundRedirects(transaction);
    const targets = transaction.targets();
    if (options.dryRun) transaction.abandon();
    else transaction.commit();
    return {
      command: `release:undo ${name}`,
      written: !options.dryRun,
      targets,
      lines: [`${name} is taken back; ${before(releases, name) ?? ''} is the current release again`],
      data: {release: name, current: before(releases, name)},
      next: commitWithRules(targets, `Take release ${name} back`),
    };
  });
}

function reasonsAgainst(siteDir: string, name: string, releases: Releases): string[] {
  const newest = releaseNames(releases).at(-1);
  if (name !== newest) refuse(`only the newest release can be taken back, and that is ${newest ?? 'none'}`);
  if (before(releases, name) === undefined) refuse(`${name} is the only release; there would be no current one`);
  const next = releases[NEXT];
  const built: string[] = [];
  if (Object.keys(next?.renamed ?? {}).length > 0) built.push(`next has pages renamed since ${name} (releases.json)`);
  if ((readManifest(siteDir, name)?.amendments.length ?? 0) > 0) built.push(`${name} has amendments`);
  return [...built, ...problemsOf(siteDir, name)];
}

function before(releases: Releases, name: string): string | undefined {
  return releaseNames(releases)
    .filter((other) => other !== name && releases[other]?.status !== 'archived')
    .at(-1);
}

/** What `release:cut` wrote into releases.json, backwards. */
function without(releases: Releases, name: string): Releases {
  const taken = releases[name] as Release;
  const highlights = [taken, releases[NEXT] as Release].flatMap((release) => release.highlights ?? []);
  const current = before(releases, name);
  return Object.fromEntries(
    Object.entries(releases).flatMap(([other, release]): [string, Release][] => {
      if (other === name) return [];
      if (other === NEXT) {
        const nearest = {...taken.nearest, ...release.nearest};
        return [[other, {...release, renamed: taken.renamed, nearest, ...(highlights.length > 0 && {highlights})}]];
      }
      return [[other, other === current ? {...release, status: 'current'} : release]];
    }),
  );
}
