import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {drift} from './drift';

const list = 'Runs claude-code, langgraph, crewai, autogen, deepagents, hermes, gemini-cli and openclaw.\n';

test('finds a list of the data that is typed by hand, in the next release', async () => {
  expect(await findings(drift, list)).toEqual([expect.stringMatching(/^docs\/page\.md:1 lists 8 runtimes by hand/)]);
});

test('leaves snapshots alone', async () => {
  expect(await findings(drift, {'versioned_docs/version-2026.05/page.md': list})).toEqual([]);
});
