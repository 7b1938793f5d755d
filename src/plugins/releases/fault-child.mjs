/**
 * Run by fault.test.ts: carries out one release command on a fixture site and kills itself, as a power cut would, before the
 * step whose number it is given. Says how many steps there were when none is reached.
 */
import '../../../scripts/lib/typescript.mjs';

const [site, command, at] = process.argv.slice(2);

/** By the name of its module, the only one that is loaded: most of a kill's time is the loading. */
const commands = {
  cut: ({cutRelease}) => cutRelease(context, '2026.06', {allowDirty: true}),
  undo: ({undoRelease}) => undoRelease(context, '2026.05'),
  rename: ({renameRelease}) => renameRelease(context, '2026.04', '2026.03'),
  move: ({movePage}) => movePage(context, 'guide', 'more/handbook'),
  retire: ({retireRelease}) => retireRelease(context, '2026.04', {status: 'archived'}),
  amend: ({amendRelease}) => amendRelease(context, '2026.05', {reason: 'it was wrong'}),
  backport: ({backportPage}) => backportPage(context, 'index', {to: '2026.05,2026.04', reason: 'a wrong number'}),
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
  // From the end of a step to the beginning of the next one nothing changes on the disk, so one kill stands for both.
  observe: (step) => {
    if (!step.startsWith('before:')) return;
    steps += 1;
    if (steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  },
};
const module = await import(`./cli/${command}.ts`);
// The command itself begins here.
console.log('ready');
await commands[command](module);
console.log(`steps ${steps}`);
