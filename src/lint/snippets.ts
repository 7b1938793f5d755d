import {parse as parseToml} from 'smol-toml';
import ts from 'typescript';
import {LineCounter, parseAllDocuments} from 'yaml';
import {ask} from './processes';
import {lineAt} from './rule';
import type {SyntaxFault} from './types';

/** Parses many snippets of one language. Undefined for all means that the parser is not installed. */
export type SnippetParser = (codes: readonly string[]) => Promise<(SyntaxFault | undefined)[] | undefined>;

/** The parser of each language that has one. */
export const parsers: Readonly<Record<string, SnippetParser>> = {
  json: one(parseJson),
  yaml: one(parseYaml),
  toml: one(parseTomlText),
  ts: one((code) => parseScript(code, 'snippet.ts')),
  tsx: one((code) => parseScript(code, 'snippet.tsx')),
  js: one((code) => parseScript(code, 'snippet.js')),
  jsx: one((code) => parseScript(code, 'snippet.jsx')),
  bash: parseShell,
  sh: parseShell,
  python: parsePython,
};

function one(parse: (code: string) => SyntaxFault | undefined): SnippetParser {
  return (codes) => Promise.resolve(codes.map(parse));
}

function parseJson(code: string): SyntaxFault | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    const message = messageOf(error);
    const position = /position (\d+)/.exec(message)?.[1];
    return {
      line: position === undefined ? 1 : lineAt(code, Number(position)),
      message: message.replace(/ in JSON at.*$/s, ''),
    };
  }
}

function parseYaml(code: string): SyntaxFault | undefined {
  const lineCounter = new LineCounter();
  const [error] = parseAllDocuments(code, {lineCounter, prettyErrors: false}).flatMap((document) => document.errors);
  return error && {line: lineCounter.linePos(error.pos[0]).line, message: error.message};
}

function parseTomlText(code: string): SyntaxFault | undefined {
  try {
    parseToml(code);
    return undefined;
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) : 1;
    return {line, message: messageOf(error).split('\n')[0] ?? ''};
  }
}

function parseScript(code: string, fileName: string): SyntaxFault | undefined {
  const [diagnostic] =
    ts.transpileModule(code, {
      fileName,
      reportDiagnostics: true,
      compilerOptions: {jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext},
    }).diagnostics ?? [];
  return (
    diagnostic && {
      line: lineAt(code, diagnostic.start ?? 0),
      message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
    }
  );
}

/** Separates snippets on the way to a program, and its answers on the way back. */
const SEPARATOR = '\u0000';

const SHELL_LOOP = `while IFS= read -r -d '' snippet; do
  bash -n <<<"$snippet" 2>&1
  printf '\\0'
done`;

async function parseShell(codes: readonly string[]): ReturnType<SnippetParser> {
  const answer = await ask('bash', ['-c', SHELL_LOOP], codes.map((code) => code + SEPARATOR).join(''));
  return answer && faultsOf(answer.stdout, codes, /^bash: line (\d+): (.*)$/m);
}

const PYTHON_LOOP = `
import ast, sys, warnings
warnings.simplefilter('ignore')
for code in sys.stdin.buffer.read().decode().split('\\0')[:-1]:
    try:
        compile(code, 'snippet', 'exec', ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        print(f'line {error.lineno}: {error.msg}', end='')
    print('\\0', end='')
`;

async function parsePython(codes: readonly string[]): ReturnType<SnippetParser> {
  const answer = await ask('python3', ['-c', PYTHON_LOOP], codes.map((code) => code + SEPARATOR).join(''));
  return answer && faultsOf(answer.stdout, codes, /^line (\d+): (.*)$/m);
}

function faultsOf(output: string, codes: readonly string[], pattern: RegExp): (SyntaxFault | undefined)[] {
  const answers = output.split(SEPARATOR);
  if (answers.length !== codes.length + 1) {
    throw new Error(`${codes.length} snippets were sent, ${answers.length - 1} answers came back.`);
  }
  return codes.map((_code, index) => {
    const answer = answers[index] ?? '';
    const match = pattern.exec(answer);
    return answer === '' ? undefined : {line: Number(match?.[1] ?? 1), message: match?.[2] ?? answer.trim()};
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
