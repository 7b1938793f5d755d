import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import * as z from 'zod';
import {copyFolder, formatJson, writeWhole} from './files';
import {lockHolder, takeLock, workFolder, WORK_FOLDER} from './lock';

/**
 * All or nothing on a tree of files, by a redo log.
 *
 * Everything new is written into `.releases/stage-…`, on the same disk. Then a journal that lists the renames is put down
 * in one step: before it, a crash leaves the tree as it was; after it, the next command finishes the renames. A failure
 * that this process lives to see (a full disk, a denied rename) undoes the renames that were made.
 */

const journalSchema = z.strictObject({
  /** The command, for the message of the one that finds this. */
  what: z.string(),
  stage: z.string(),
  changes: z.array(z.strictObject({target: z.string(), action: z.enum(['put', 'remove'])})),
});

type Journal = z.infer<typeof journalSchema>;
type Change = Journal['changes'][number];

/** Called at every step; the fault test kills the process there. */
export type StepObserver = (step: string) => void;

const JOURNAL = 'journal.json';

/** What an interrupted command left, and what became of it. */
export type Recovery =
  {outcome: 'clean'} | {outcome: 'as before'; message: string} | {outcome: 'as after'; message: string};

export class Transaction {
  readonly stage: string;
  readonly #changes: Change[] = [];
  readonly #stageName: string;

  /** @param observe told before and after each step on the disk */
  constructor(
    readonly siteDir: string,
    readonly what: string,
    readonly observe: StepObserver = () => undefined,
  ) {
    this.#stageName = `stage-${process.pid}-${workFolderEntries(siteDir).length}`;
    this.stage = join(workFolder(siteDir), this.#stageName);
    this.#step('make the stage', () => mkdirSync(join(this.stage, 'new'), {recursive: true}));
  }

  /** Where the new content of a target stands until it is renamed in. */
  staged(target: string): string {
    return join(this.stage, 'new', target);
  }

  /** Stages the text of a file. */
  write(target: string, text: string): void {
    this.#step(`stage ${target}`, () => writeWhole(this.staged(target), text));
    this.#note({target, action: 'put'});
  }

  /** Stages a copy of a folder or file. */
  copy(from: string, target: string): void {
    this.#step(`stage ${target}`, () => copyFolder(from, this.staged(target)));
    this.#note({target, action: 'put'});
  }

  /** Changes a file inside a target that is staged as a whole. */
  writeInside(target: string, file: string, text: string): void {
    this.#step(`stage ${target}/${file}`, () => writeWhole(join(this.staged(target), file), text));
  }

  /** Marks a file or folder of the tree for removal. */
  remove(target: string): void {
    this.#note({target, action: 'remove'});
  }

  /** The paths that this changes, in the order in which they change. */
  targets(): string[] {
    return this.#changes.map(({target}) => target);
  }

  /**
   * Puts everything in. After this the tree is as intended; when it throws, the tree is as it was, or, where that cannot be,
   * the journal stays and the next command finishes.
   */
  commit(): void {
    const journal: Journal = {what: this.what, stage: this.#stageName, changes: this.#changes};
    const file = join(workFolder(this.siteDir), JOURNAL);
    this.#step('write the journal', () => writeWhole(file, formatJson(journal)));
    try {
      redo(this.siteDir, journal, this.observe);
    } catch (error) {
      this.#takeBack(journal, error);
      unlinkSync(file);
      throw error;
    }
    // The name says that this is done, so that a kill from here on is not taken for one that came before the renames.
    const done = join(workFolder(this.siteDir), this.#stageName.replace('stage-', 'done-'));
    this.#step('call it done', () => renameSync(this.stage, done));
    this.#step('remove the journal', () => unlinkSync(file));
    this.#step('remove the stage', () => rmSync(done, {recursive: true, force: true}));
  }

  #takeBack(journal: Journal, reason: unknown): void {
    try {
      undo(this.siteDir, journal);
    } catch (cause) {
      const [first, second] = [reason, cause].map((error) => (error instanceof Error ? error.message : String(error)));
      throw new Error(
        `${this.what}: neither finished (${first}) nor taken back (${second}): mend the cause; the next release command finishes it`,
        {cause},
      );
    }
  }

  /** Forgets what was staged; except when the commit stopped half-way, where the journal still leads to it. */
  abandon(): void {
    if (existsSync(join(workFolder(this.siteDir), JOURNAL))) return;
    rmSync(this.stage, {recursive: true, force: true});
  }

  #note(change: Change): void {
    if (!this.#changes.some(({target}) => target === change.target)) this.#changes.push(change);
  }

  #step(name: string, act: () => void): void {
    this.observe(`before: ${name}`);
    act();
    this.observe(`after: ${name}`);
  }
}

function workFolderEntries(siteDir: string): string[] {
  return readdirSync(workFolder(siteDir));
}

function places(siteDir: string, journal: Journal, change: Change, index: number) {
  const stage = join(siteDir, WORK_FOLDER, journal.stage);
  return {
    target: join(siteDir, change.target),
    fresh: join(stage, 'new', change.target),
    old: join(stage, 'old', String(index)),
  };
}

/** Makes the renames that are not made yet; may be run any number of times. */
function redo(siteDir: string, journal: Journal, observe: StepObserver): void {
  journal.changes.forEach((change, index) => {
    const {target, fresh, old} = places(siteDir, journal, change, index);
    const step = (name: string, act: () => void) => {
      observe(`before: ${name} ${change.target}`);
      act();
      observe(`after: ${name} ${change.target}`);
    };
    const isPending = change.action === 'remove' ? existsSync(target) : existsSync(fresh);
    if (!isPending) return;
    mkdirSync(dirname(old), {recursive: true});
    if (existsSync(target) && !existsSync(old)) {
      // A file is replaced by one rename, so the old one is kept by a second name; a folder has to move away first.
      if (change.action === 'put' && statSync(target).isFile()) step('keep', () => linkSync(target, old));
      else step('set aside', () => renameSync(target, old));
    } else if (existsSync(target) && change.action === 'remove') {
      step('remove', () => rmSync(target, {recursive: true}));
    }
    if (change.action === 'put') {
      mkdirSync(dirname(target), {recursive: true});
      step('rename in', () => renameSync(fresh, target));
    }
  });
}

/** Takes the renames back, last one first. When it is cut short, `redo` still has everything that it needs. */
function undo(siteDir: string, journal: Journal): void {
  [...journal.changes.entries()].reverse().forEach(([index, change]) => {
    const {target, fresh, old} = places(siteDir, journal, change, index);
    const wasPutIn = change.action === 'put' && !existsSync(fresh) && existsSync(target);
    const isReplacedInOneStep = existsSync(old) && wasPutIn && !statSync(target).isDirectory();
    if (isReplacedInOneStep) linkSync(target, fresh);
    else if (wasPutIn) renameSync(target, fresh);
    if (existsSync(old) && (wasPutIn || !existsSync(target))) renameSync(old, target);
  });
}

/**
 * Finishes or clears away what a killed command left. Does nothing while a living command holds the tree.
 *
 * @returns what was found, in words for the maintainer
 */
export function recover(siteDir: string, isLockHeld = false): Recovery {
  const folder = join(siteDir, WORK_FOLDER);
  if (!existsSync(folder)) return {outcome: 'clean'};
  const leftovers = () => readdirSync(folder).filter((name) => /^(stage|done)-|\.tmp$/.test(name));
  if (!existsSync(join(folder, JOURNAL)) && leftovers().length === 0) return {outcome: 'clean'};
  if (!isLockHeld && lockHolder(siteDir) !== undefined) return {outcome: 'clean'};
  const release = isLockHeld ? () => undefined : takeLock(siteDir, 'recovery');
  try {
    let result: Recovery = {outcome: 'clean'};
    const journalFile = join(folder, JOURNAL);
    if (existsSync(journalFile)) {
      const journal = journalSchema.parse(JSON.parse(readFileSync(journalFile, 'utf8')));
      redo(siteDir, journal, () => undefined);
      unlinkSync(journalFile);
      result = {
        outcome: 'as after',
        message: `"${journal.what}" was interrupted while it renamed; finished it: the tree is as after it`,
      };
    } else if (leftovers().some((name) => name.startsWith('done-'))) {
      result = {
        outcome: 'as after',
        message: 'a release command was interrupted while it cleaned up: the tree is as after it',
      };
    } else if (leftovers().length > 0) {
      result = {
        outcome: 'as before',
        message: 'a release command was interrupted while it staged; cleared it away: the tree is as before it',
      };
    }
    for (const name of leftovers()) rmSync(join(folder, name), {recursive: true, force: true});
    return result;
  } finally {
    release();
  }
}
