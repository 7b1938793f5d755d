import {spawnSync} from 'node:child_process';
import {refuse} from '../problems';

function git(siteDir: string, args: readonly string[]): {status: number; out: string} {
  const {status, stdout} = spawnSync('git', ['-C', siteDir, ...args], {encoding: 'utf8', maxBuffer: 1 << 26});
  return {status: status ?? 1, out: stdout ?? ''};
}

/** Refuses a tree with changes that are not committed: a release has to be reproducible from a commit. */
export function requireCleanTree(siteDir: string, allowDirty: boolean): void {
  if (allowDirty) return;
  const {status, out} = git(siteDir, ['status', '--porcelain', '--', '.']);
  if (status !== 0)
    refuse('this folder is not in a git repository; a release is cut from a commit (or pass --allow-dirty)');
  const lines = out.trimEnd().split('\n').filter(Boolean);
  if (lines.length === 0) return;
  const shown = lines.slice(0, 5).map((line) => `  ${line}`);
  if (lines.length > shown.length) shown.push(`  … and ${lines.length - shown.length} more`);
  refuse(['the tree has changes that are not committed (commit them, or pass --allow-dirty):', ...shown].join('\n'));
}

/** True when the last commit has the file. */
export function isCommitted(siteDir: string, file: string): boolean {
  return git(siteDir, ['cat-file', '-e', `HEAD:./${file}`]).status === 0;
}

/** The text of a file in the last commit, or undefined when it is not there. */
export function committedText(siteDir: string, file: string): string | undefined {
  const {status, out} = git(siteDir, ['show', `HEAD:./${file}`]);
  return status === 0 ? out : undefined;
}

/** The commands that put a change of releases into git. */
export function commitCommands(targets: readonly string[], message: string): string[] {
  return [`git add -A -- ${targets.map(shellWord).join(' ')}`, `git commit -m ${shellWord(message)}`];
}

/** A text as one word of a shell, in which nothing is run or replaced. */
function shellWord(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
