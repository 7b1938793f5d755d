import {excusesOf} from './excuses';
import type {Corpus, Finding, Page, Rule} from './types';

/** Runs every rule over the pages, takes out what the pages excuse, and reports excuses that are wrong themselves. */
export async function lint(rules: readonly Rule[], named: readonly Page[], corpus: Corpus): Promise<Finding[]> {
  const findings = named.flatMap(syntaxFinding);
  const pages = named.filter(({syntaxFault}) => syntaxFault === undefined);
  for (const rule of rules) {
    for (const problem of await rule.check(pages, corpus)) {
      findings.push({...problem, rule: rule.name});
    }
  }
  const names = new Set(rules.map((rule) => rule.name));
  const excused = new Set<Finding>();
  const wrongExcuses: Finding[] = [];
  for (const page of pages) {
    for (const excuse of excusesOf(page)) {
      const covered = findings.filter(
        (finding) =>
          finding.page === page &&
          finding.rule === excuse.rule &&
          finding.line >= excuse.firstLine &&
          finding.line <= excuse.lastLine,
      );
      const fault = faultOf(excuse, names, covered, corpus.faults.size === 0);
      if (fault === undefined) {
        covered.forEach((finding) => excused.add(finding));
      } else {
        wrongExcuses.push({page, line: excuse.line, rule: 'lint-ok', ...fault});
      }
    }
  }
  return [...findings.filter((finding) => !excused.has(finding)), ...wrongExcuses].sort(byPlace);
}

function syntaxFinding(page: Page): Finding[] {
  const {syntaxFault: fault} = page;
  const mend = 'put < and { of prose in backticks';
  return fault === undefined ? [] : [{page, line: fault.line, rule: 'syntax', what: fault.message, mend}];
}

function faultOf(
  {rule, reason}: {rule: string; reason: string},
  names: ReadonlySet<string>,
  covered: readonly Finding[],
  isWhole: boolean,
): {what: string; mend: string} | undefined {
  if (!names.has(rule)) {
    return {what: `there is no rule "${rule}"`, mend: 'write `lint-ok: rule reason` with the name of a rule'};
  }
  if (reason === '') {
    return {what: `the excuse for ${rule} has no reason`, mend: 'write the reason after the name of the rule'};
  }
  if (covered.length === 0 && isWhole) {
    return {what: `nothing below breaks ${rule}`, mend: 'remove the comment'};
  }
  return undefined;
}

function byPlace(a: Finding, b: Finding): number {
  return a.page.file === b.page.file ? a.line - b.line : a.page.file < b.page.file ? -1 : 1;
}
