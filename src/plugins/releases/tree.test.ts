import {fileURLToPath} from 'node:url';
import {expect, test} from '@jest/globals';
import {contractInputs} from './cli/contract-inputs';
import {verifyReleases} from './cli/verify';
import {brokenPromises} from './contract';
import {currentRelease} from './releases';
import {loadSite} from './site';
import {readManifest} from './snapshot';
import {testContext} from './testing';

/** Checks of the real tree: what is frozen is frozen, and next keeps the addresses of the current release. */

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

test('every file of every release is as it was sealed', () => {
  expect(() => verifyReleases(testContext(root))).not.toThrow();
});

test('next keeps every page and anchor of the current release, or says what became of it', () => {
  const site = loadSite(root);
  const manifest = readManifest(root, currentRelease(site.releases));
  expect(manifest).toBeDefined();
  expect(brokenPromises(contractInputs(site, manifest?.pages ?? {}))).toEqual([]);
}, 120_000);
