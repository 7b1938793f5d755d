/**
 * npm run search:eval [-- --ablate] [-- --misses] [-- --out-dir build]: how well the embedded search of the last build
 * answers the committed query sets, and with --ablate what each rule is worth.
 */
import {parseArgs} from 'node:util';
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
const {RULE_NAMES} = await import('../src/plugins/search/engine/rules.ts');

for (const release of readReleases(values['out-dir'], ['2026.05', '2026.04'])) {
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
