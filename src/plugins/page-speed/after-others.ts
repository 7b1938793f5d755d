/** What Docusaurus calls when the site is built; all plugins at once. */
type Building = {postBuild?: (...args: never[]) => unknown};

/**
 * Waits until every other plugin has written its files. Docusaurus starts all `postBuild` steps one after the other without
 * waiting; the first of them, which is why this room is the first preset, can still see the others start.
 *
 * @returns to be awaited: done when the others are, with their error when one fails
 */
export function afterOthers(plugins: readonly Building[], own: string): () => Promise<unknown> {
  const running: Promise<unknown>[] = [];
  for (const plugin of plugins as readonly (Building & {name: string})[]) {
    const step = plugin.postBuild;
    if (!step || plugin.name === own) continue;
    plugin.postBuild = (...args) => {
      const result = Promise.resolve(step.apply(plugin, args));
      running.push(result);
      return result;
    };
  }
  // A turn of the event loop later all have started.
  return () => new Promise((turn) => setImmediate(turn)).then(() => Promise.all(running));
}
