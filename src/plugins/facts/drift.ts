import {proseBlocks, sentences, type Block} from './prose';
import type {EnvVar} from './schemas/env-vars';
import type {Runtime} from './schemas/runtimes';
import type {Tier, TierItem} from './schemas/tiers';
import type {Facts} from './validate';

/** A fact that a page spells by hand, where a copy of it will be wrong one day. */
export interface Finding {
  rule: 'runtime-list' | 'env-default' | 'tier-size' | 'reason';
  line: number;
  message: string;
  mend: string;
}

/** From this many runtimes on, a list means "all of them" and has to follow the data. */
const FULL_LIST = 5;

/**
 * Finds facts that are typed instead of taken from `_facts`: a list of the runtimes, the default of a
 * variable beside its name, the size of a tier beside its name. Few patterns, each nearly always right;
 * `<!-- facts-ok: reason -->` in the block or on the line before it keeps a block as it is.
 */
export function checkDrift(markdown: string, facts: Facts): Finding[] {
  return proseBlocks(markdown).flatMap((block): Finding[] => {
    if (block.excuse !== undefined) return block.excuse === '' ? [withoutReason(block)] : [];
    return [...runtimeList(block, facts), ...envDefaults(block, facts), ...tierSizes(block, facts)];
  });
}

const withoutReason = (block: Block): Finding => ({
  rule: 'reason',
  line: block.line,
  message: 'facts-ok without a reason',
  mend: 'say why the fact has to be typed here: <!-- facts-ok: reason -->',
});

function runtimeList(block: Block, facts: Facts): Finding[] {
  const runtimes = facts.tables.runtimes.items as unknown as Runtime[];
  const named = runtimes.filter(
    ({allowlisted, id, name}) => allowlisted && (hasWord(block.text, id) || hasWord(block.text, name)),
  );
  if (named.length < FULL_LIST) return [];
  return [
    {
      rule: 'runtime-list',
      line: block.line,
      message: `lists ${named.length} runtimes by hand: ${named.map(({id}) => id).join(', ')}`,
      mend: 'use <Facts table="runtimes" where="allowlisted=true" />, or link to reference/runtimes.md',
    },
  ];
}

function envDefaults(block: Block, facts: Facts): Finding[] {
  const variables = (facts.tables['env-vars'].items as unknown as EnvVar[]).filter(
    ({default: value, default_kind: kind, exists}) => value && kind === 'literal' && exists !== false,
  );
  return sentences(block).flatMap(({text, line}) => {
    const found = variables.find(
      ({name, default: value}) => text.includes(`\`${name}\``) && saysDefault(text, name, value ?? ''),
    );
    if (!found) return [];
    return [
      {
        rule: 'env-default' as const,
        line,
        message: `types the default of ${found.name} (${found.default})`,
        mend: `use <Fact of="env-vars.${found.component}/${found.name}.default" />, or a <Facts table="env-vars"> row`,
      },
    ];
  });
}

/** A table row with name and value in cells of their own, or a sentence that says "default". */
function saysDefault(text: string, name: string, value: string): boolean {
  if (text.startsWith('|')) {
    const cells = text.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
    return cells.includes(name) && cells.includes(value);
  }
  const others = text.replaceAll(`\`${name}\``, ' ');
  return /\bdefaults?\b|\bfalls back to\b/i.test(text) && (others.includes(`\`${value}\``) || hasWord(others, value));
}

function tierSizes(block: Block, facts: Facts): Finding[] {
  const tiers = (facts.tables.tiers.items as unknown as TierItem[]).filter(
    (item): item is Tier => item.kind === 'tier',
  );
  return sentences(block).flatMap(({text, line}) =>
    tiers
      .filter(({id}) => hasWord(text, id))
      .flatMap((tier) =>
        sizesOf(tier)
          .filter(({pattern}) => pattern.test(text))
          .map(({field, said}) => ({
            rule: 'tier-size' as const,
            line,
            message: `types the ${said} of ${tier.id}`,
            mend: `use <Fact of="tiers.${tier.id}.${field}" />, or link to architecture/workspace-tiers.md`,
          })),
      )
      .slice(0, 1),
  );
}

/** The figures of a tier with their unit; a bare number is too common to mean a tier. */
function sizesOf({docker, ec2, fly}: Tier): {field: string; said: string; pattern: RegExp}[] {
  const sizes: {field: string; said: string; pattern: RegExp}[] = [];
  const add = (field: string, value: number | string | null | undefined, unit: string) => {
    if (value === null || value === undefined) return;
    const pattern = new RegExp(`(?<![\\w.])${escape(String(value))}${unit}(?!\\w)`, 'i');
    sizes.push({field, said: `${field.split('.').join(' ').replaceAll('_', ' ')} (${value})`, pattern});
  };
  add('docker.memory_mb', docker.memory_mb, '\\s?Mi?B');
  add('docker.cpu_shares', docker.cpu_shares, '\\s(?:CPU\\s)?shares');
  add('ec2.instance_type', ec2?.instance_type, '');
  add('ec2.volume_gb', ec2?.volume_gb, '\\s?Gi?B');
  add('fly.memory_mb', fly?.memory_mb, '\\s?Mi?B');
  return sizes;
}

const escape = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The word stands by itself: `hermes` is in "Hermes, CrewAI" and not in "hermes-agent". */
function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w./-])${escape(word)}(?![\\w/-]|\\.\\w)`, 'i').test(text);
}
