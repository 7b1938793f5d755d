import path from 'node:path';
import type {CommanderStatic} from 'commander';

/** `docusaurus search:push` and `docusaurus search:crawler`. */
export function registerCommands(cli: CommanderStatic, siteDir: string, site: string): void {
  cli
    .command('search:push')
    .description('Upload the search records of the last build to Algolia, replacing the index in one step.')
    .option('--dry-run', 'print counts and sizes, and send nothing')
    .option('--out-dir <folder>', 'the folder of the build', 'build')
    .action(async ({dryRun = false, outDir}: {dryRun?: boolean; outDir: string}) => {
      const {push} = await import('./push');
      try {
        await push({outDir: path.resolve(siteDir, outDir), dryRun, environment: process.env, say: console.log});
      } catch (error) {
        // What is wrong is in the message; a stack of ours helps nobody who runs a command.
        console.error(`[search] ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
      }
    });

  cli
    .command('search:crawler')
    .description("Print a configuration for DocSearch's hosted crawler.")
    .action(async () => {
      const {crawlerConfig} = await import('./settings');
      console.log(crawlerConfig(site, process.env['ALGOLIA_INDEX_NAME'] ?? 'docs'));
    });
}
