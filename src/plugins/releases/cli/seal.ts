import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {boundsProblems} from '../bounds';
import {formatManifest, MANIFEST} from '../manifest';
import {EXIT, refuse, ReleaseProblem} from '../problems';
import {loadReleases} from '../releases';
import {folderOf} from '../site';
import {makeManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {requireSnapshotName} from './arguments';
import {exclusively, type Context, type Report} from './context';
import {commitCommands, isCommitted} from './git';

/**
 * Freezes a snapshot that was made without `release:cut`. May be repeated until the manifest is committed; from then on the
 * release is frozen, and only `release:amend` changes it.
 */
export async function sealRelease(context: Context, name: string, options: {dryRun?: boolean} = {}): Promise<Report> {
  return exclusively(context, `release:seal ${name}`, async () => {
    const {siteDir} = context;
    const file = `${folderOf(name)}/${MANIFEST}`;
    requireSnapshotName(name, loadReleases(siteDir));
    if (!existsSync(join(siteDir, folderOf(name)))) refuse(`${folderOf(name)}: there is no such folder`, EXIT.usage);
    if (isCommitted(siteDir, file))
      refuse(`${file} is committed: ${name} is frozen; correct it with "release:amend ${name}"`);
    const problems = boundsProblems(siteDir, folderOf(name));
    if (problems.length > 0) throw new ReleaseProblem(problems);
    const manifest = makeManifest(siteDir, name);
    const transaction = new Transaction(siteDir, `release:seal ${name}`, context.observe);
    transaction.write(file, formatManifest(manifest));
    const targets = transaction.targets();
    if (options.dryRun) transaction.abandon();
    else transaction.commit();
    const [files, pages] = [Object.keys(manifest.files).length, Object.keys(manifest.pages).length];
    return {
      command: `release:seal ${name}`,
      written: !options.dryRun,
      targets,
      lines: [`${name}: ${files} files, ${pages} pages`],
      data: {release: name, files, pages},
      next: commitCommands(targets, `Seal release ${name}`),
    };
  });
}
