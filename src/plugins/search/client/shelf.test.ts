import {expect, test} from '@jest/globals';
import type {SearchRequest} from '../engine/protocol';
import {sampleRelease} from '../testing/release';
import {Shelf} from './shelf';

const RELEASES = ['current', '2026.07', '2026.06', '2026.05', '2026.04'];

/** A shelf of releases with the same pages, and the files that were fetched for it. */
function shelf(): {shelf: Shelf; fetched: string[]} {
  const fetched: string[] = [];
  const {heads, full} = sampleRelease();
  const files = (name: string) => ({heads: `${name}.heads`, full: `${name}.full`});
  const manifest = {releases: Object.fromEntries(RELEASES.map((name) => [name, files(name)]))};
  const fetchJson = async (file: string): Promise<unknown> => {
    fetched.push(file);
    if (file.endsWith('.heads')) return {...heads, version: file.slice(0, -'.heads'.length)};
    return file.endsWith('.full') ? full : manifest;
  };
  return {shelf: new Shelf(fetchJson, '2026.07'), fetched};
}

const asking = (query: string): SearchRequest => ({query, facetFilters: ['docusaurus_tag:docs-default-2026.06']});

test('a search fetches the release that is asked and no other', async () => {
  const {shelf: own, fetched} = shelf();
  await own.search(asking('tokens'));
  await own.whenComplete(asking('tokens'));
  expect(fetched.filter((file) => !/^2026\.06|json$/.test(file))).toEqual([]);
});

test('a query without a hit looks through the two nearest releases, and through the headings of the others', async () => {
  const {shelf: own, fetched} = shelf();
  const {elsewhere} = await own.help(asking('quoted'));
  expect(fetched.filter((file) => file.endsWith('.full')).sort()).toEqual([
    '2026.05.full',
    '2026.06.full',
    '2026.07.full',
  ]);
  expect(elsewhere.map(({hits}) => hits[0]!.version).sort()).toEqual(['2026.05', '2026.07']);
});
