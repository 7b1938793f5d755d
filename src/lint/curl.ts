/** A curl command of a shell snippet, as far as rules about requests need it. */
export interface CurlCall {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  /** Whether it sends a credential in a way other than the Authorization header: a cookie, a user, a config file. */
  readonly otherCredential: boolean;
  /** Counts from 1 in the snippet. */
  readonly line: number;
}

interface Word {
  readonly text: string;
  readonly line: number;
}

const DATA_FLAGS = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-urlencode',
  '--json',
  '-F',
  '--form',
]);
const CREDENTIAL_FLAGS = new Set([
  '-b',
  '--cookie',
  '-u',
  '--user',
  '--oauth2-bearer',
  '-K',
  '--config',
  '-n',
  '--netrc',
]);
const FLAGS_WITH_VALUE = new Set([
  ...DATA_FLAGS, '-b', '--cookie', '-u', '--user', '--oauth2-bearer', '-K', '--config', '-o', '--output', '-w',
  '--write-out', '-m', '--max-time', '--connect-timeout', '--retry', '--retry-delay', '-A', '--user-agent', '-c',
  '--cookie-jar', '-T', '--upload-file', '-D', '--dump-header', '-e', '--referer', '--resolve', '--cacert',
]); // prettier-ignore

/** Finds the curl commands of a shell snippet. */
export function curlCalls(code: string): CurlCall[] {
  return commandsOf(code).flatMap((words) => {
    const start = words.findIndex(({text}) => /(?:^|[(`])curl$/.test(text));
    return start === -1 ? [] : (readCall(words.slice(start)) ?? []);
  });
}

function readCall([curl, ...words]: readonly Word[]): CurlCall | undefined {
  let method: string | undefined;
  let hasData = false;
  let asGet = false;
  let otherCredential = false;
  let url: string | undefined;
  const headers: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const flag = words[index]?.text ?? '';
    const value = words[index + 1]?.text ?? '';
    if (flag === '-X' || flag === '--request') {
      method = value;
      index += 1;
    } else if (/^-X./.test(flag)) {
      method = flag.slice(2);
    } else if (flag === '-H' || flag === '--header') {
      headers.push(value);
      index += 1;
    } else if (flag === '--url') {
      url = value;
      index += 1;
    } else if (flag === '-G' || flag === '--get') {
      asGet = true;
    } else if (flag === '-I' || flag === '--head') {
      method = 'HEAD';
    } else if (FLAGS_WITH_VALUE.has(flag)) {
      hasData ||= DATA_FLAGS.has(flag);
      otherCredential ||= CREDENTIAL_FLAGS.has(flag);
      index += 1;
    } else if (/^-[a-zA-Z]*X$/.test(flag)) {
      // Bundled short flags, such as -sX POST.
      method = value;
      index += 1;
    } else if (/^-[a-zA-Z]*[dF]$/.test(flag)) {
      hasData = true;
      index += 1;
    } else if (/^-[a-zA-Z]*[ow]$/.test(flag)) {
      index += 1;
    } else if (CREDENTIAL_FLAGS.has(flag) || flag.includes('AUTH')) {
      // "${AUTH[@]}" and the like hold the header.
      otherCredential = true;
    } else if (!flag.startsWith('-') && url === undefined) {
      url = flag;
    }
  }
  return curl === undefined || url === undefined
    ? undefined
    : {method: method ?? (hasData && !asGet ? 'POST' : 'GET'), url, headers, otherCredential, line: curl.line};
}

/** Splits a snippet into commands and words: enough of the shell's grammar for documentation samples. */
function commandsOf(code: string): Word[][] {
  const commands: Word[][] = [];
  /** What a `$(` interrupted; its `)` takes it up again. */
  const outer: {command: Word[]; word: Word | undefined; quote: string | undefined}[] = [];
  let command: Word[] = [];
  let word: Word | undefined;
  let quote: string | undefined;
  let line = 1;
  const append = (text: string): void => {
    word = {text: (word?.text ?? '') + text, line: word?.line ?? line};
  };
  const endWord = (): void => {
    if (word !== undefined) {
      command.push(word);
      word = undefined;
    }
  };
  const endCommand = (): void => {
    endWord();
    commands.push(command);
    command = [];
  };
  for (let index = 0; index < code.length; index += 1) {
    const character = code[index] ?? '';
    const next = code[index + 1] ?? '';
    if (character === '\\' && quote !== "'") {
      index += 1;
      if (next !== '\n') {
        append(next);
      }
    } else if (character === '$' && next === '(' && quote !== "'") {
      append('$()');
      outer.push({command, word, quote});
      [command, word, quote] = [[], undefined, undefined];
      index += 1;
    } else if (quote !== undefined) {
      if (character === quote) {
        quote = undefined;
      } else {
        append(character);
      }
    } else if (character === '"' || character === "'") {
      quote = character;
      append('');
    } else if (character === '#' && word === undefined) {
      const lineEnd = code.indexOf('\n', index);
      index = (lineEnd === -1 ? code.length : lineEnd) - 1;
    } else if (character === ')' && outer.length > 0) {
      endCommand();
      ({command, word, quote} = outer.pop() ?? {command, word, quote});
    } else if (/[\n|;&)]/.test(character)) {
      endCommand();
    } else if (/[ \t]/.test(character)) {
      endWord();
    } else {
      append(character);
    }
    if (character === '\n' || (character === '\\' && code[index] === '\n')) {
      line += 1;
    }
  }
  endCommand();
  return commands;
}
