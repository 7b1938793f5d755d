/** `npm run lint:docs [-- --fix] [files...]`: checks the pages of every release; see src/lint. */
import './lib/typescript.mjs';

const {main} = await import('../src/lint/cli.ts');
process.exitCode = await main(process.argv.slice(2), process.cwd());
