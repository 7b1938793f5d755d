import type {PhrasingContent} from 'mdast';
import {code, join, lineBreak, link, text} from './nodes';
import type {ChannelField} from './schemas/channels';
import type {CliCommand, CliFlag} from './schemas/cli-commands';
import type {EnvVar} from './schemas/env-vars';
import type {ToolParam} from './schemas/mcp-tools';
import type {PayloadField} from './schemas/ws-events';

/** Renders one value of an item as the content of a table cell. */
export type Cell<Item> = (value: unknown, item: Item) => PhrasingContent[];

/** What a reader sees where there is nothing to say. */
const NOTHING = '—';

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const comma = () => text(', ');

/** Words, numbers, yes-or-empty, joined lists: the cell of a field that has no renderer of its own. */
export const asText: Cell<unknown> = (value) => {
  if (typeof value === 'boolean') return value ? [text('Yes')] : [];
  if (isAbsent(value)) return [text(NOTHING)];
  if (Array.isArray(value))
    return join(
      value.map((entry) => asText(entry, value)),
      comma,
    );
  if (typeof value === 'object') {
    const entries = Object.entries(value as object).filter(([, entry]) => !isAbsent(entry));
    if (entries.length === 0) return [text(NOTHING)];
    return join(
      entries.map(([key, entry]) => [text(`${key.replaceAll('_', ' ')}: ${String(entry)}`)]),
      comma,
    );
  }
  return [text(String(value))];
};

/** Anything that a reader types or greps: names, paths, defaults, each entry of a list by itself. */
export const asCode: Cell<unknown> = (value) => {
  if (isAbsent(value)) return [text(NOTHING)];
  return join(
    [value].flat().map((entry) => [code(String(entry))]),
    comma,
  );
};

/** A name, with the word "secret" where its value must not be shown to anyone. */
export const variableName: Cell<EnvVar> = (value, item) => [
  code(String(value)),
  ...(item.secret ? [text(' (secret)')] : []),
];

/** A described default ("auto-detected") is a sentence, a literal one is code. */
export const variableDefault: Cell<EnvVar> = (value, item) =>
  (item.default_kind === 'described' ? asText : asCode)(value, item);

/** An address is a link, unless the reader has to fill something in first. */
export const address: Cell<unknown> = (value, item) => {
  if (isAbsent(value)) return asText(value, item);
  const url = String(value);
  return url.includes('<') ? [code(url)] : [link(url, [text(url)])];
};

/** `name (optional; one of a, b; default x)` with only the parts that are known. */
function described(name: string, remarks: (string | undefined)[]): PhrasingContent[] {
  const known = remarks.filter((remark) => remark !== undefined);
  return [code(name), ...(known.length > 0 ? [text(` (${known.join('; ')})`)] : [])];
}

/** One parameter of a tool after the other: `name` (optional; one of a, b; default x). */
export const toolParams: Cell<unknown> = (value, item) =>
  listOf(value as ToolParam[], item, (param) =>
    described(param.name, [
      param.required ? undefined : 'optional',
      param.enum && `one of ${param.enum.filter((entry) => entry !== '').join(', ')}`,
      param.default === undefined ? undefined : `default ${String(param.default)}`,
    ]),
  );

/** One field of an event after the other: `name` (optional; its note). */
export const payloadFields: Cell<unknown> = (value, item) =>
  listOf(value as PayloadField[], item, (field) =>
    described(field.name, [field.optional ? 'optional' : undefined, field.note]),
  );

/** One field a line: what to enter, whether it must be there, and who can read it afterwards. */
export const channelFields: Cell<unknown> = (value, item) =>
  listOf(
    value as ChannelField[],
    item,
    (field) =>
      described(field.key, [
        field.required ? 'required' : undefined,
        field.sensitive ? 'secret' : undefined,
        field.note,
      ]),
    lineBreak,
  );

/** `molecule workspace list`: a subcommand is only readable together with its program. */
export const cliCommandName: Cell<CliCommand> = (value, item) => {
  const command = String(value);
  // "(global flags)" is a remark about the program, not something to type.
  if (command.startsWith('(')) return [code(item.cli), text(` ${command}`)];
  return [code(`${item.cli} ${command}`.trim())];
};

/** Arguments of a command, each in angle brackets unless it brings brackets of its own. */
export const cliArgs: Cell<unknown> = (value, item) =>
  listOf(value as string[], item, (arg) => [code(/^[[<]/.test(arg) ? arg : `<${arg}>`)]);

/** One flag a line: `--output`, `-o` (default `table`): table, json or yaml. */
export const cliFlags: Cell<unknown> = (value, item) =>
  listOf(
    value as CliFlag[],
    item,
    (flag) => [
      code(flag.name),
      ...(flag.short === null ? [] : [comma(), code(flag.short)]),
      ...(flag.required ? [text(' (required)')] : []),
      ...(flag.default === null || flag.default === 'false' ? [] : [text(' (default '), code(flag.default), text(')')]),
      text(`: ${flag.purpose}`),
    ],
    lineBreak,
  );

function listOf<Entry>(
  entries: Entry[],
  item: unknown,
  render: (entry: Entry) => PhrasingContent[],
  separator: () => PhrasingContent = comma,
): PhrasingContent[] {
  return entries.length === 0 ? asText(entries, item) : join(entries.map(render), separator);
}
