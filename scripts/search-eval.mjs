/**
 * npm run search:eval [-- --ablate] [-- --misses] [-- --out-dir build]: how well the embedded search of the last build
 * answers the committed query sets, and with --ablate what each rule is worth.
 */
import {parseArgs} from 'node:util';
import {root} from './lib/run.mjs';
import './lib/typescript.mjs';

const {values} = parseArgs({
  options: {
    ablate: {type: 'boolean', default: false},
    misses: {type: 'boolean', default: false},
    'out-dir': {type: 'string', default: 'build'},
  },
});
const {evaluate, keystrokes, readQueries, readReleases, SETS} = await import('../src/plugins/search/eval/run.ts');
const {describe, describeWithout, misses} = await import('../src/plugins/search/eval/report.ts');
const {figures} = await import('../src/plugins/search/eval/metrics.ts');
const {builtNames, loadReleases, NEXT} = await import('../src/plugins/releases/releases.ts');
const {RULE_NAMES} = await import('../src/plugins/search/engine/rules.ts');

// The youngest first; the queries are about what was released.
const names = builtNames(loadReleases(root))
  .filter((name) => name !== NEXT)
  .reverse();
for (const release of readReleases(values['out-dir'], names)) {
  for (const set of SETS) {
    const queries = readQueries(set);
    const evaluation = evaluate(release, queries);
    console.log(describe(release, set, evaluation, keystrokes(release, queries)).join('\n'));
    if (values.misses) console.log(misses(evaluation).join('\n'));
    if (values.ablate) {
      const all = figures(evaluation.outcomes);
      for (const rule of RULE_NAMES) console.log(describeWithout(rule, evaluate(release, queries, [rule]), all));
    }
    console.log('');
  }
}
