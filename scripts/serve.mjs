/**
 * npm run serve [-- --port N]: installs what is missing, builds what changed, serves the production site.
 */
import {join} from 'node:path';
import {checkMachine, ensureBuilt, ensureInstalled, portFrom, portIsFree} from './lib/prepare.mjs';
import {fail, root} from './lib/run.mjs';
import {staticServer} from './lib/static-server.mjs';

checkMachine();
const port = portFrom(process.argv.slice(2), 4173);
if (!(await portIsFree(port)))
  fail(`port ${port} is in use: stop what listens there or choose another, npm run serve -- --port ${port + 1}`);
await ensureInstalled();
await ensureBuilt();

const server = staticServer(join(root, 'build'));
server.on('error', (error) => fail(`cannot listen on port ${port}: ${error.message}`));
server.listen(port, '127.0.0.1', () => console.log(`\nMolecule AI Docs: http://localhost:${port}/   (Ctrl-C stops)`));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });
}
