/** Exit codes of the release commands; scripts decide by them, so they never change meaning. */
export const EXIT = {
  done: 0,
  /** A check failed: the tree is as it was. */
  refused: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** Another command holds the tree. */
  busy: 3,
} as const;

/** Why a release command did not do what was asked. Each problem is one line, with file and line where there is one. */
export class ReleaseProblem extends Error {
  constructor(
    readonly problems: readonly string[],
    readonly exitCode: number = EXIT.refused,
  ) {
    super(problems.join('\n'));
    this.name = 'ReleaseProblem';
  }
}

/** Stops a command with one sentence. */
export function refuse(problem: string, exitCode: number = EXIT.refused): never {
  throw new ReleaseProblem([problem], exitCode);
}
