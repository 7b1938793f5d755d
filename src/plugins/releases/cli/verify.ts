import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {boundsProblems} from '../bounds';
import {differences, MANIFEST} from '../manifest';
import {ReleaseProblem} from '../problems';
import {loadReleases, releaseNames, type Releases} from '../releases';
import {folderOf, sidebarOf} from '../site';
import {findSnapshot, readManifest} from '../snapshot';
import type {Context, Report} from './context';

/**
 * Compares every file of the snapshots with their manifests.
 *
 * @param only one release, or all
 * @throws ReleaseProblem with a line for each difference
 */
export function verifyReleases({siteDir}: Context, only?: string): Report {
  const releases = loadReleases(siteDir);
  const names = releaseNames(releases);
  if (only !== undefined && !names.includes(only)) throw new ReleaseProblem([`${only}: there is no such release`], 2);
  const checked = only === undefined ? names : [only];
  const problems = [
    ...(only === undefined ? filesThatDisagree(siteDir, releases) : []),
    ...checked.flatMap((name) => problemsOf(siteDir, name)),
  ];
  if (problems.length > 0) throw new ReleaseProblem(problems);
  const files = checked.map((name) => ({name, files: Object.keys(readManifest(siteDir, name)?.files ?? {}).length}));
  return {
    command: 'release:verify',
    written: false,
    targets: [],
    lines: files.map(({name, files: count}) => `${name}: ${count} files as sealed`),
    data: {releases: files},
    next: [],
  };
}

/** Everything in which one snapshot is not what its manifest says, and where it reaches outside itself. */
export function problemsOf(siteDir: string, name: string): string[] {
  const folder = folderOf(name);
  if (!existsSync(join(siteDir, folder))) return [`${folder}: the snapshot of ${name} is missing`];
  const manifest = readManifest(siteDir, name);
  if (!manifest) return [`${folder}/${MANIFEST}: missing; "release:seal ${name}" freezes the snapshot as it is`];
  const changed = differences(manifest, findSnapshot(siteDir, name), sidebarOf(name)).map(
    ({file, what}) =>
      `${file === sidebarOf(name) ? file : `${folder}/${file}`}: ${what} since ${name} was frozen; correct a release with "release:amend ${name} --reason …", or restore the file`,
  );
  const wrongName =
    manifest.release === name ? [] : [`${folder}/${MANIFEST}: it is the manifest of ${manifest.release}`];
  return [...wrongName, ...changed, ...boundsProblems(siteDir, folder)];
}

/** versions.json, releases.json and the folders name the same releases. */
function filesThatDisagree(siteDir: string, releases: Releases): string[] {
  const versions = JSON.parse(readFileSync(join(siteDir, 'versions.json'), 'utf8')) as string[];
  const built = releaseNames(releases).filter((name) => releases[name]?.status !== 'archived');
  const folders = existsSync(join(siteDir, 'versioned_docs'))
    ? readdirSync(join(siteDir, 'versioned_docs')).map((name) => name.replace(/^version-/, ''))
    : [];
  return [
    ...built
      .filter((name) => !versions.includes(name))
      .map((name) => `versions.json: ${name} is missing, releases.json has it`),
    ...versions
      .filter((name) => !built.includes(name))
      .map((name) => `releases.json: ${name} is missing or archived, versions.json has it`),
    ...folders
      .filter((name) => !releases[name])
      .map((name) => `${folderOf(name)}: releases.json does not know this snapshot`),
  ];
}
