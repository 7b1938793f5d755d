/**
 * Reads JSON that people write.
 *
 * @param file its name, for the message
 * @throws when it is no JSON, with file and line
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const {message} = cause as SyntaxError;
    // A file that ends too early has no position: its last line then.
    const position = Number(/ at position (\d+)/.exec(message)?.[1] ?? text.trimEnd().length);
    const line = text.slice(0, position).split('\n').length;
    throw new Error(
      `${file}:${line}: not valid JSON: ${message}; mend the comma, quote or bracket there or before it`,
      {cause},
    );
  }
}
