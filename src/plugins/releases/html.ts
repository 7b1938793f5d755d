import {escapeHtml} from '../escape-html';

/** HTML by a tagged template that escapes everything that is not HTML already. For pages that need no component. */

export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

/** `html\`<p>${text}</p>\``: values are escaped, lists are joined, nothing is shown for null and false. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    strings.reduce((text, part, index) => text + part + (index < values.length ? show(values[index]) : ''), ''),
  );
}

function show(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return (value as readonly Value[]).map(show).join('');
  return escapeHtml(String(value as string | number));
}
