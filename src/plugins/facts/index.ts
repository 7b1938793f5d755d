import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {FactsFileError, factsFiles, findReleases, loadFacts, sourceFiles} from './load';

/**
 * Checks the facts of every release before a page is built, so that a bad file stops the build with
 * all of its problems at once. The pages themselves are expanded by `./remark`.
 */
export default function factsPlugin({siteDir}: LoadContext): Plugin<void> {
  return {
    name: 'facts',

    async loadContent() {
      const problems = findReleases(siteDir).flatMap(problemsOf);
      if (problems.length > 0) {
        throw new Error(`The facts have ${problems.length} problems:\n${problems.join('\n')}`);
      }
    },

    getPathsToWatch() {
      return findReleases(siteDir).flatMap(factsFiles);
    },

    configureWebpack(config) {
      // A page does not import the facts that it shows, so the bundler has to be told: otherwise
      // neither `npm start` nor the persistent cache of a build would notice that a fact changed.
      const rules = findReleases(siteDir).map((release) => ({
        test: /\.mdx?$/,
        include: release,
        enforce: 'pre' as const,
        use: {loader: path.join(__dirname, 'dependency-loader.cjs'), options: {files: factsFiles(release)}},
      }));
      return {module: {rules}, ...forgetWhenCodeChanges(config)};
    },
  };
}

/**
 * The persistent cache keeps pages as the plugins have made them, and does not notice when a plugin
 * changes. It is told of the code of all rooms, because they share modules.
 */
function forgetWhenCodeChanges(config: object): object {
  const {experiments} = config as {experiments?: {cache?: unknown}};
  if (typeof experiments?.cache !== 'object') return {};
  return {experiments: {cache: {buildDependencies: sourceFiles(path.dirname(__dirname))}}};
}

function problemsOf(release: string): string[] {
  try {
    loadFacts(release);
    return [];
  } catch (error) {
    if (error instanceof FactsFileError) return error.problems;
    throw error;
  }
}
