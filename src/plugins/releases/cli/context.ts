import {recover, type StepObserver} from '../transaction';
import {takeLock} from '../lock';
import type {Checks} from './checks';

/** What every verb gets: where it works, what it may run, and whom it tells. */
export type Context = {
  siteDir: string;
  checks: Checks;
  /** A line of progress, for a person who waits. */
  say: (line: string) => void;
  /** Told at every step on the disk. */
  observe: StepObserver;
  /** The day, ISO 8601. A command may look at the clock; a build may not. */
  today: string;
};

/** What a verb did, for a person and for a script. */
export type Report = {
  command: string;
  /** False for --dry-run. */
  written: boolean;
  /** Paths of the tree that were (or would be) put or removed. */
  targets: string[];
  /** Lines for a person. */
  lines: string[];
  /** The same for a script. */
  data: Record<string, unknown>;
  /** Commands to run next. */
  next: string[];
};

/** Runs a verb that changes the tree: alone, and on a tree that an interrupted command left whole. */
export async function exclusively<Result>(context: Context, what: string, act: () => Promise<Result>): Promise<Result> {
  const release = takeLock(context.siteDir, what);
  try {
    const recovery = recover(context.siteDir, true);
    if (recovery.outcome !== 'clean') context.say(recovery.message);
    return await act();
  } finally {
    release();
  }
}
