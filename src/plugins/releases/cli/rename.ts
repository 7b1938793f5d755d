import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatJson} from '../files';
import {formatManifest, MANIFEST} from '../manifest';
import {EXIT, refuse, ReleaseProblem} from '../problems';
import {loadReleases, releaseNames, type Release} from '../releases';
import {folderOf, sidebarOf} from '../site';
import {readManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {requireUnusedName} from './arguments';
import {exclusively, type Context, type Report} from './context';
import {commitWithRules, requireSoundRedirects} from './redirect-file';
import {problemsOf} from './verify';

/** Gives a release another name. Its place between the others stays; its old addresses lead to the new ones. */
export async function renameRelease(
  context: Context,
  old: string,
  fresh: string,
  options: {dryRun?: boolean} = {},
): Promise<Report> {
  return exclusively(context, `release:rename ${old} ${fresh}`, async () => {
    const {siteDir} = context;
    const releases = loadReleases(siteDir);
    const names = releaseNames(releases);
    const release = releases[old];
    if (!release || !names.includes(old)) refuse(`${old}: there is no such release`, EXIT.usage);
    if (!/^\d{4}\.(0[1-9]|1[0-2])$/.test(fresh))
      refuse(`"${fresh}" is no name of a release: write YYYY.MM`, EXIT.usage);
    if (names.includes(fresh)) refuse(`${fresh} exists already`);
    requireUnusedName(fresh, releases, old);
    const at = names.indexOf(old);
    const [younger, older] = [names[at + 1], names[at - 1]];
    if ((older !== undefined && fresh < older) || (younger !== undefined && fresh > younger)) {
      refuse(
        `${fresh} would change the order of the releases; it has to stay between ${older ?? 'the start'} and ${younger ?? 'next'}`,
      );
    }
    const problems = problemsOf(siteDir, old);
    const manifest = readManifest(siteDir, old);
    if (!manifest || problems.length > 0) throw new ReleaseProblem(problems);

    const versions = JSON.parse(readFileSync(join(siteDir, 'versions.json'), 'utf8')) as string[];
    const renamed: Release = {
      ...release,
      label: release.label.replace(old, fresh),
      // A release that takes a name back has its addresses again.
      formerNames: [...(release.formerNames ?? []), old].filter((name) => name !== fresh),
    };
    const transaction = new Transaction(siteDir, `release:rename ${old} ${fresh}`, context.observe);
    transaction.copy(join(siteDir, folderOf(old)), folderOf(fresh));
    transaction.writeInside(folderOf(fresh), MANIFEST, formatManifest({...manifest, release: fresh}));
    transaction.write(sidebarOf(fresh), readFileSync(join(siteDir, sidebarOf(old)), 'utf8'));
    transaction.write('versions.json', formatJson(versions.map((name) => (name === old ? fresh : name))));
    transaction.write(
      'releases.json',
      formatJson(
        Object.fromEntries(
          Object.entries(releases).map(([name, entry]) => (name === old ? [fresh, renamed] : [name, entry])),
        ),
      ),
    );
    transaction.remove(folderOf(old));
    transaction.remove(sidebarOf(old));
    requireSoundRedirects(transaction);
    const targets = transaction.targets();
    if (options.dryRun) transaction.abandon();
    else transaction.commit();
    return {
      command: `release:rename ${old} ${fresh}`,
      written: !options.dryRun,
      targets,
      lines: [`${old} is now ${fresh}; addresses of ${old} lead to it`],
      data: {before: old, after: fresh},
      next: commitWithRules(targets, `Rename release ${old} to ${fresh}`),
    };
  });
}
