import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatJson} from '../files';
import {EXIT, refuse} from '../problems';
import {loadReleases, type Release} from '../releases';
import {readManifest} from '../snapshot';
import {Transaction} from '../transaction';
import {releasesText} from './arguments';
import {exclusively, type Context, type Report} from './context';
import {commitWithRules, requireSoundRedirects} from './redirect-file';

export type RetireOptions = {status?: string; staticCopy?: string; dryRun?: boolean};

/**
 * Ends the support of a release, or takes it out of the build. The snapshot stays in the tree: its manifest says which
 * addresses have to be answered.
 */
export async function retireRelease(context: Context, name: string, options: RetireOptions): Promise<Report> {
  return exclusively(context, `release:retire ${name}`, async () => {
    const {siteDir} = context;
    const releases = loadReleases(siteDir);
    const release = releases[name];
    const {status} = options;
    if (status !== 'unmaintained' && status !== 'archived') refuse('--status is unmaintained or archived', EXIT.usage);
    if (!release || name === 'next') refuse(`${name}: there is no such release`, EXIT.usage);
    if (release.status === 'current') refuse(`${name} is the current release; cut the next one first`);
    if (release.status === status) refuse(`${name} is ${status} already`);
    if (status === 'archived' && !readManifest(siteDir, name))
      refuse(`${name} has no manifest, so its addresses are not known; seal it first`);

    const changed: Release = {...release, status, ...(options.staticCopy ? {staticCopy: options.staticCopy} : {})};
    const versions = JSON.parse(readFileSync(join(siteDir, 'versions.json'), 'utf8')) as string[];
    const kept =
      status === 'archived'
        ? versions.filter((other) => other !== name)
        : [...new Set([...versions, name])].sort().reverse();
    const text = releasesText({...releases, [name]: changed});
    const transaction = new Transaction(siteDir, `release:retire ${name}`, context.observe);
    transaction.write('releases.json', text);
    if (kept.join() !== versions.join()) transaction.write('versions.json', formatJson(kept));
    requireSoundRedirects(transaction);
    const targets = transaction.targets();
    if (options.dryRun) transaction.abandon();
    else transaction.commit();
    const answer = options.staticCopy ? `the copy at ${options.staticCopy}` : 'the same pages of the current release';
    return {
      command: `release:retire ${name}`,
      written: !options.dryRun,
      targets,
      lines: [
        `${name}: ${release.status} → ${status}`,
        ...(status === 'archived' ? [`it leaves the build; its addresses lead to ${answer}`] : []),
      ],
      data: {release: name, before: release.status, after: status},
      next: commitWithRules(targets, `Release ${name} is ${status}`),
    };
  });
}
