import {describe, expect, test} from '@jest/globals';
import {checkDrift} from './drift';
import {factsFixture} from './fixture';

const facts = factsFixture();
const drift = (markdown: string) => checkDrift(markdown, facts).map(({rule, line}) => [rule, line]);

describe('runtime-list', () => {
  test('five runtimes in one block are a list that must follow the data', () => {
    const [finding] = checkDrift('Intro.\n\nUse Claude Code, `langgraph`, CrewAI,\nAutoGen or Hermes.', facts);
    expect(finding).toMatchObject({rule: 'runtime-list', line: 3});
    expect(finding?.message).toBe('lists 5 runtimes by hand: claude-code, langgraph, crewai, autogen, hermes');
    expect(drift('| Runtime |\n|---|\n| Claude Code |\n| LangGraph |\n| CrewAI |\n| AutoGen |\n| Hermes |')).toEqual([
      ['runtime-list', 1],
    ]);
  });

  test('fewer, or in different blocks, are an example', () => {
    expect(drift('Claude Code, LangGraph, CrewAI and AutoGen.\n\nHermes is another.')).toEqual([]);
    expect(drift('Claude Code, LangGraph, CrewAI, AutoGen and hermes-agent, or External agent.')).toEqual([]);
  });

  test('code fences, front matter and the data itself are not prose', () => {
    const names = 'claude-code langgraph crewai autogen hermes';
    expect(
      drift(
        `---\nkeywords: ${names}\n---\n\n\`\`\`text\n${names}\n\`\`\`\n\n<Facts table="runtimes" where="id=${names}" />`,
      ),
    ).toEqual([]);
  });
});

describe('env-default', () => {
  test.each([
    ['`RATE_LIMIT` defaults to `600`.'],
    ['`RATE_LIMIT` (default 600) limits requests.'],
    ['Requests are limited. The default of `RATE_LIMIT`\nis 600 a minute.'],
    ['| Variable | Default |\n|---|---|\n| `RATE_LIMIT` | `600` |'],
    ['- Without `RATE_LIMIT` it falls back to 600'],
  ])('%s', (markdown) => {
    expect(drift(markdown).map(([rule]) => rule)).toEqual(['env-default']);
  });

  test('names the line of the row and the value to use', () => {
    const [finding] = checkDrift('| Variable | Default |\n|---|---|\n| `RATE_LIMIT` | `600` |', facts);
    expect(finding).toMatchObject({line: 3, message: 'types the default of RATE_LIMIT (600)'});
    expect(finding?.mend).toContain('<Fact of="env-vars.platform/RATE_LIMIT.default" />');
  });

  test.each([
    ['the data itself', '`RATE_LIMIT` defaults to <Fact of="env-vars.platform/RATE_LIMIT.default" />.'],
    ['another number', 'Compose raises `RATE_LIMIT` to 1000 from the default.'],
    ['a number that is no default', '`RATE_LIMIT=600` allows 600 requests.'],
    ['a setting', 'Set `RATE_LIMIT` to 600 for a burst.'],
    ['another sentence', 'Set `RATE_LIMIT`. By default 600 rows are kept.'],
    ['a described default', '`LOG_LEVEL` is auto-detected by default.'],
  ])('lets %s pass', (_, markdown) => {
    expect(drift(markdown)).toEqual([]);
  });
});

describe('tier-size', () => {
  test.each([
    ['T2 has 512 MB.'],
    ['A T2 workspace gets 512MiB'],
    ['| T2 | 1024 CPU shares |'],
    ['T2 runs on t3.large'],
    ['- T2: an 80 GB volume'],
  ])('%s', (markdown) => {
    expect(drift(markdown)).toEqual([['tier-size', 1]]);
  });

  test.each([
    ['T2 is the standard tier.'],
    ['The file has 512 MB.'],
    ['T2 has 2512 MB.'],
    ['T2 is one. Files have 512 MB.'],
    ['This holds for T2. 1024 shares are one CPU.'],
  ])('%s passes', (markdown) => {
    expect(drift(markdown)).toEqual([]);
  });
});

describe('facts-ok', () => {
  test('excuses the block that it stands in or before', () => {
    expect(drift('<!-- facts-ok: history -->\nT2 has 512 MB.')).toEqual([]);
    expect(drift('<!-- facts-ok: history -->\n\nT2 has 512 MB.')).toEqual([]);
    expect(drift('T2 has 512 MB. <!-- facts-ok: history -->')).toEqual([]);
  });

  test('excuses that block only', () => {
    expect(drift('<!-- facts-ok: history -->\n\nOne.\n\nT2 has 512 MB.')).toEqual([['tier-size', 5]]);
  });

  test('needs a reason', () => {
    expect(drift('One.\n\n<!-- facts-ok -->\n\nT2 is fine.')).toContainEqual(['reason', 3]);
    expect(drift('T2 has 512 MB. <!-- facts-ok: -->')).toEqual([['reason', 1]]);
  });
});
