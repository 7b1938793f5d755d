/**
 * npm start [-- --port N]: the hot-reload server for writers.
 */
import {checkMachine, ensureInstalled, portFrom, portIsFree} from './lib/prepare.mjs';
import {docusaurus, fail, runBin} from './lib/run.mjs';

checkMachine();
const port = portFrom(process.argv.slice(2), 3000);
if (!(await portIsFree(port)))
  fail(`port ${port} is in use: stop what listens there or choose another, npm start -- --port ${port + 1}`);
await ensureInstalled();
const {code} = await runBin(docusaurus, ['start', '--no-open', '--port', String(port)]);
process.exit(code);
