/**
 * A loader for what Docusaurus generates for the application: leaves out what no browser reads.
 *
 * - `docusaurus.config.mjs` says how the site is built.
 * - The properties of a release repeat the description of each of its pages, for cards of a generated index. Our indexes are
 *   pages.
 */
const OF_THE_BUILD =
  /^(?:headTags|plugins|presets|themes|scripts|stylesheets|staticDirectories|clientModules|markdown)$/;

module.exports = function leanGenerated(source) {
  if (this.resourcePath.endsWith('.mjs')) {
    const [before, config] = source.split('export default ');
    const ofReaders = Object.entries(JSON.parse(config.trim().replace(/;$/, ''))).filter(
      ([name]) => !OF_THE_BUILD.test(name),
    );
    return `${before}export default ${JSON.stringify(Object.fromEntries(ofReaders))};\n`;
  }
  const spared = (key, value) => key === 'description' || (key === 'unlisted' && value === false);
  return JSON.stringify(JSON.parse(source), (key, value) => (spared(key, value) ? undefined : value));
};
