import {expect, test} from '@jest/globals';
import {findings} from '../testing';
import {facts} from './facts';

// The plugin reads data from the disk, so these tests look at the facts of the next release.

test('accepts data that is there', async () => {
  expect(
    await findings(
      facts,
      'Port <Fact of="env-vars.platform/PORT.default" />.\n\n<Facts table="tiers" where="id=T4" />\n',
    ),
  ).toEqual([]);
});

test('finds a table and a value that are not', async () => {
  expect(
    await findings(facts, 'A <Fact of="env-vars.platform/NO_SUCH.default" />.\n\n<Facts table="nothing" />\n'),
  ).toEqual([
    expect.stringMatching(/^docs\/page\.md:1 .*NO_SUCH/),
    expect.stringMatching(/^docs\/page\.md:3 .*nothing/),
  ]);
});
