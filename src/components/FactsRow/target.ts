/** The id that the hash of an address names; empty when there is none, or none that can be read. */
export function targetOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    // A lone "%" typed into the address must not take the page down.
    return '';
  }
}
