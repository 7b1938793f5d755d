import path from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {FactsFileError, factsFiles, findReleases, loadFacts} from './load';

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

    configureWebpack() {
      // A page does not import the facts that it shows, so the bundler has to be told: otherwise
      // neither `npm start` nor the persistent cache of a build would notice that a fact changed.
      const rules = findReleases(siteDir).map((release) => ({
        test: /\.mdx?$/,
        include: release,
        enforce: 'pre' as const,
        use: {loader: path.join(__dirname, 'dependency-loader.cjs'), options: {files: factsFiles(release)}},
      }));
      return {module: {rules}};
    },
  };
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
