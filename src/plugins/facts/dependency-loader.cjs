/**
 * Tells the bundler that a page depends on the facts of its release. CommonJS, because the bundler
 * loads it by itself and does not read TypeScript.
 */
const USES_FACTS = /<(?:Facts?|Term|Source)\s|\{\{\s*[a-z-]+\./;

/** @this {import('webpack').LoaderContext<{files: string[]}>} */
module.exports = function factsDependencies(source, map) {
  if (USES_FACTS.test(source)) {
    for (const file of this.getOptions().files) this.addDependency(file);
  }
  this.callback(null, source, map);
};
