/** Where the open categories are kept, as a JSON list of labels; the loader reads and writes them too. */
export const SIDEBAR_KEY = 'molecule-docs.sidebar-open';

function read(): string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(SIDEBAR_KEY) ?? '[]');
    return Array.isArray(value) ? value.filter((label) => typeof label === 'string') : [];
  } catch {
    // Storage is off or holds something else: the sidebar works, it only does not remember.
    return [];
  }
}

/** Whether the reader opened the category of this label in this session. */
export function isRemembered(label: string): boolean {
  return read().includes(label);
}

/** Keeps that a category is open or closed, for this session. */
export function remember(label: string, open: boolean): void {
  const others = read().filter((kept) => kept !== label);
  try {
    sessionStorage.setItem(SIDEBAR_KEY, JSON.stringify(open ? [...others, label] : others));
  } catch {
    // See read().
  }
}
