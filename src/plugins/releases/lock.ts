import {linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {EXIT, ReleaseProblem} from './problems';

/** Where a command works beside the tree: on the same disk, so that renaming into the tree is one step. */
export const WORK_FOLDER = '.releases';

type Holder = {pid: number; started: string; what: string};

/** The work folder of a site. It ignores itself, so that it never makes the tree dirty. */
export function workFolder(siteDir: string): string {
  const folder = join(siteDir, WORK_FOLDER);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, '.gitignore'), '*\n');
  return folder;
}

/** When a process began, so that a reused process id is not taken for the one that held the lock. */
function startOf(pid: number): string {
  try {
    // Field 22 of /proc/PID/stat; the name in field 2 may hold spaces, so count from its closing parenthesis.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({pid, started}: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === '' || startOf(pid) === started;
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Who works on the tree at this moment, if anyone does. */
export function lockHolder(siteDir: string): string | undefined {
  const holder = readHolder(join(siteDir, WORK_FOLDER, 'lock'));
  return holder && isAlive(holder) ? `${holder.what} (process ${holder.pid})` : undefined;
}

/**
 * Takes the tree for one command.
 *
 * @returns a function that gives it back
 * @throws ReleaseProblem with exit code `busy` when another living process holds it
 */
export function takeLock(siteDir: string, what: string): () => void {
  const folder = workFolder(siteDir);
  const lock = join(folder, 'lock');
  const own = join(folder, `lock.${process.pid}`);
  const holder: Holder = {pid: process.pid, started: startOf(process.pid), what};
  writeFileSync(own, JSON.stringify(holder));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        // A link is made whole or not at all: nobody reads a half-written lock.
        linkSync(own, lock);
        return () => rmSync(lock, {force: true});
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const other = readHolder(lock);
      if (other && isAlive(other)) break;
      // Its process is gone. Whoever renames it away first may try for it; the others see the new lock.
      const aside = join(folder, `lock.stale.${process.pid}`);
      try {
        renameSync(lock, aside);
      } catch {
        continue;
      }
      const taken = readHolder(aside);
      if (taken && isAlive(taken)) linkSync(aside, lock);
      rmSync(aside, {force: true});
    }
  } finally {
    rmSync(own, {force: true});
  }
  throw new ReleaseProblem(
    [`${lockHolder(siteDir) ?? 'another release command'} is at work on this tree; try again when it is done`],
    EXIT.busy,
  );
}
