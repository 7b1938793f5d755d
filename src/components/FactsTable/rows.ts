/** Whether a row has every word of the filter, in any order and in any case. */
export function matches(rowText: string, filter: string): boolean {
  const text = rowText.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * Hides the rows that do not match, and tells how many are left. The row that the address points at
 * stays: a reader who follows a link to it must find it. `hidden` is set on the elements because the
 * rows are Markdown, which React has rendered and does not touch again.
 */
export function filterRows(
  rows: Pick<HTMLTableRowElement, 'hidden' | 'id' | 'textContent'>[],
  filter: string,
  target: string,
): number {
  let shown = 0;
  for (const row of rows) {
    row.hidden = !matches(row.textContent ?? '', filter) && (target === '' || row.id !== target);
    if (!row.hidden) shown += 1;
  }
  return shown;
}

/** The address with a text in its query, and without it when there is none. */
export function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  if (value.trim() === '') url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.href;
}
