import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {era} from './era';

test('an older release does not mention what came later', async () => {
  const text = 'Set `KMS_KEY_ARN`.\nRuns on EC2.\n`molecule-mcp` and market.moleculesai.app\n`MOLECULE_WORKSPACES`\n';
  const found = await findings(era, {
    'docs/a.md': text,
    'versioned_docs/version-2026.04/a.md': text,
    'versioned_docs/version-2026.05/a.md': text,
  });
  expect(found.map((finding) => finding.replace(/:[^:]*$/, ''))).toEqual([
    'versioned_docs/version-2026.04/a.md:1 KMS_KEY_ARN in 2026.04',
    'versioned_docs/version-2026.04/a.md:2 EC2 in 2026.04',
    'versioned_docs/version-2026.04/a.md:3 molecule-mcp in 2026.04',
    'versioned_docs/version-2026.04/a.md:3 the marketplace host in 2026.04',
    'versioned_docs/version-2026.04/a.md:4 MOLECULE_WORKSPACES in 2026.04',
    'versioned_docs/version-2026.05/a.md:4 MOLECULE_WORKSPACES in 2026.05',
  ]);
});

test('other packages whose name starts the same are something else', async () => {
  expect(
    await findings(era, {'versioned_docs/version-2026.04/a.md': '`molecule-mcp-server`, `@molecule-ai/mcp-server`\n'}),
  ).toEqual([]);
});
