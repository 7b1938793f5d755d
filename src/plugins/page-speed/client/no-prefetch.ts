import load from './preload';

const asked = new Set<string>();
const {connection} = navigator as {connection?: {effectiveType: string; saveData: boolean}};

/** In the place of Docusaurus's own: pages are fetched when the reader points at their link, and none because it is in view. */
export default Object.freeze({
  prefetch: () => false as const,
  /** Fetches the code of a page once, unless the reader's line is slow. */
  preload(path: string): false | Promise<void> {
    if (connection?.saveData || connection?.effectiveType.includes('2g') || asked.has(path)) return false;
    asked.add(path);
    return load(path);
  },
});
