import {expect, test} from '@jest/globals';
import {fence, findings} from '../testing';
import {secrets} from './secrets';

// Put together here, so that no scanner stops at this file.
const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');

test('finds what looks like a credential, without printing it', async () => {
  const found = await findings(secrets, `Text.\n\n${fence('bash', `export GITHUB_TOKEN=${token}`)}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^docs\/page\.md:4 /);
  expect(found[0]).not.toContain(token);
});

test('accepts placeholders', async () => {
  expect(await findings(secrets, fence('bash', 'export ANTHROPIC_API_KEY="<anthropic-key>"'))).toEqual([]);
});
