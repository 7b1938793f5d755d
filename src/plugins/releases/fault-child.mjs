/**
 * Run by fault.test.ts: carries out one release command on a fixture site and kills itself, as a power cut would, before the
 * step whose number it is given. Says how many steps there were when none is reached.
 */
import '../../../scripts/lib/typescript.mjs';

const [site, command, at] = process.argv.slice(2);

/** Loaded one by one: most of a kill's time is the loading. */
const commands = {
  cut: async (context) => (await import('./cli/cut.ts')).cutRelease(context, '2026.06', {allowDirty: true}),
  undo: async (context) => (await import('./cli/undo.ts')).undoRelease(context, '2026.05'),
  rename: async (context) => (await import('./cli/rename.ts')).renameRelease(context, '2026.04', '2026.03'),
  move: async (context) => (await import('./cli/move.ts')).movePage(context, 'guide', 'more/handbook'),
  retire: async (context) => (await import('./cli/retire.ts')).retireRelease(context, '2026.04', {status: 'archived'}),
  amend: async (context) => (await import('./cli/amend.ts')).amendRelease(context, '2026.05', {reason: 'it was wrong'}),
  backport: async (context) =>
    (await import('./cli/backport.ts')).backportPage(context, 'index', {
      to: '2026.05,2026.04',
      reason: 'a wrong number',
    }),
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
console.log('ready');
await commands[command](context);
console.log(`steps ${steps}`);
