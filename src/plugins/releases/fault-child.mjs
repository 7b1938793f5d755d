/**
 * Run by fault.test.ts: carries out one release command on a fixture site and kills itself, as a power cut would, at the
 * step whose number it is given. Says how many steps there were when none is reached.
 */
import '../../../scripts/lib/typescript.mjs';

const [site, command, at] = process.argv.slice(2);
const {cutRelease} = await import('./cli/cut.ts');
const {undoRelease} = await import('./cli/undo.ts');
const {renameRelease} = await import('./cli/rename.ts');
const {movePage} = await import('./cli/move.ts');

const commands = {
  cut: (context) => cutRelease(context, '2026.06', {allowDirty: true}),
  undo: (context) => undoRelease(context, '2026.05'),
  rename: (context) => renameRelease(context, '2026.04', '2026.03'),
  move: (context) => movePage(context, 'guide', 'more/handbook'),
};

let steps = 0;
const context = {
  siteDir: site,
  checks: {
    lint: () => Promise.resolve([]),
    // Long enough for a kill from outside to fall into it.
    build: () => new Promise((resolve) => setTimeout(resolve, 30)),
  },
  say: () => undefined,
  today: '2026-06-01',
  observe: () => {
    steps += 1;
    if (steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  },
};
console.log('ready');
await commands[command](context);
console.log(`steps ${steps}`);
