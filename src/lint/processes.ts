import {spawn} from 'node:child_process';

/** What a program said; undefined when it is not installed. */
export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program once and gives it a text to read. */
export function ask(command: string, args: readonly string[], input: string): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: 'pipe'});
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        resolve(undefined);
      } else {
        reject(error);
      }
    });
    child.on('close', (code) => {
      resolve({code, stdout, stderr});
    });
    // A program that stops reading early closes the pipe; its exit code tells the story.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
