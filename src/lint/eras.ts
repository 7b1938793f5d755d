/** Something that the pages of a release must not mention, and why. */
export interface EraEntry {
  readonly pattern: RegExp;
  readonly name: string;
  readonly reason: string;
}

const multiWorkspace: EraEntry = {
  pattern: /\bMOLECULE_WORKSPACES\b/,
  name: 'MOLECULE_WORKSPACES',
  reason: 'one process for several workspaces came after 2026.05',
};

/** What no release ever had. */
export const everyRelease: readonly EraEntry[] = [
  {pattern: /\bnemo-?claw\b/i, name: 'NemoClaw', reason: 'there is no such runtime'},
];

/** By name of the release. What a later release renamed or retired needs no entry: its pages say so. */
export const eras: Readonly<Record<string, readonly EraEntry[]>> = {
  '2026.04': [
    {pattern: /\bKMS_KEY_ARN\b/, name: 'KMS_KEY_ARN', reason: 'key envelopes came with 2026.05'},
    {pattern: /\bEC2\b/, name: 'EC2', reason: 'hosted tenants ran on Fly Machines until 2026.05'},
    {pattern: /(?<![@/\w-])molecule-mcp(?![\w/-])/, name: 'molecule-mcp', reason: 'the wheel came with 2026.05'},
    {
      pattern: /\bmarket(?:place)?\.moleculesai(?:\.app)?\b/,
      name: 'the marketplace host',
      reason: 'the marketplace opened with 2026.05',
    },
    multiWorkspace,
  ],
  '2026.05': [multiWorkspace],
};
