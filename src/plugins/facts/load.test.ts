import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {fileContent, writeSite} from './fixture';
import {factsFiles, findRelease, findReleases, loadFacts} from './load';

let site: string;
beforeEach(() => {
  site = writeSite('versioned_docs/version-2026.05');
});
afterEach(() => rmSync(site, {recursive: true}));

const release = () => path.join(site, 'versioned_docs/version-2026.05');
const file = (name: string) => path.join(release(), '_facts', `${name}.json`);

describe('findRelease', () => {
  test('goes up to the folder that holds the facts', () => {
    expect(findRelease(path.join(release(), 'guides/deep/page.md'))).toBe(release());
  });

  test('a page outside of a release has none', () => {
    expect(findRelease(path.join(site, 'src/pages/page.md'))).toBeNull();
  });
});

test('findReleases lists folders with facts only', () => {
  expect(findReleases(site)).toEqual([release()]);
});

describe('loadFacts', () => {
  test('reads a release once', () => {
    expect(loadFacts(release())).toBe(loadFacts(release()));
    expect(loadFacts(release()).tables.hosts.items).toHaveLength(2);
  });

  test('sees an edit', () => {
    const before = loadFacts(release());
    const content = fileContent('hosts');
    content.items.pop();
    writeFileSync(file('hosts'), JSON.stringify(content));
    expect(before.tables.hosts.items).toHaveLength(2);
    expect(loadFacts(release()).tables.hosts.items).toHaveLength(1);
  });

  test('lists every problem of every file, and is well again after a mend', () => {
    writeFileSync(file('hosts'), '{');
    rmSync(file('glossary'));
    const label = (name: string) => path.relative(process.cwd(), file(name));
    expect(() => loadFacts(release())).toThrow(
      `${label('glossary')}: the file is missing; every release has all facts files\n${label('hosts')}:1: not valid JSON: `,
    );
    for (const name of ['hosts', 'glossary'] as const) writeFileSync(file(name), JSON.stringify(fileContent(name)));
    expect(loadFacts(release()).tables.glossary.items).toHaveLength(2);
  });
});

test('factsFiles names the thirteen files of a release', () => {
  expect(factsFiles(release())).toHaveLength(13);
  expect(factsFiles(release())).toContain(file('env-vars'));
});
