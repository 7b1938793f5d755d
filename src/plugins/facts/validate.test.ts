import {describe, expect, test} from '@jest/globals';
import {fileContent} from './fixture';
import type {Item, TableName} from './tables';
import {validateTable} from './validate';

/** The problems of a facts file after one change. */
function problemsAfter(name: TableName, change: (content: ReturnType<typeof fileContent>) => void): string[] {
  const content = fileContent(name);
  change(content);
  return validateTable(name, `docs/_facts/${name}.json`, content).problems;
}
const first = (content: {items: Item[]}) => content.items[0] as Item;

describe('validateTable', () => {
  test('a right file has its items and what stands beside them', () => {
    const {table, problems} = validateTable('mcp-tools', 'x', fileContent('mcp-tools'));
    expect(problems).toEqual([]);
    expect(table?.items).toHaveLength(3);
    expect(table?.extras).toEqual({$source: ['owner/repo@commit'], protocol_version: '2024-11-05'});
  });

  test('a wrong value names file, item, field and what is expected', () => {
    expect(problemsAfter('env-vars', (content) => (first(content).default = 600))).toEqual([
      'docs/_facts/env-vars.json: item platform/RATE_LIMIT, field default: Invalid input: expected string, received number',
    ]);
  });

  test('a nested value is named by its path', () => {
    const problems = problemsAfter('tiers', (content) => ((first(content).docker as Item).memory_mb = '512'));
    expect(problems).toEqual([
      expect.stringContaining('item T2, field docker.memory_mb: Invalid input: expected number'),
    ]);
  });

  test.each([
    ['an unknown field', (item: Item) => (item.defualt = '1'), 'item platform/RATE_LIMIT: Unrecognized key: "defualt"'],
    ['a missing field', (item: Item) => delete item.purpose, 'item platform/RATE_LIMIT, field purpose: Invalid input'],
    ['no sources', (item: Item) => (item.sources = []), 'field sources: expected at least one "repo:path:line"'],
    [
      'a wrong source',
      (item: Item) => (item.sources = ['a b']),
      'field sources.0: expected "repo:path" or "repo:path:line"',
    ],
    ['a nameless item', (item: Item) => delete item.name, 'item number 1, field name'],
  ])('%s', (_, change, message) => {
    const problems = problemsAfter('env-vars', (content) => change(first(content)));
    expect(problems).toEqual([expect.stringContaining(`docs/_facts/env-vars.json: `)]);
    expect(problems[0]).toContain(message);
  });

  test('all problems of a file come at once', () => {
    const problems = problemsAfter('hosts', ({items}) => items.forEach((item) => (item.url = 'http://x')));
    expect(problems).toHaveLength(2);
    expect(problems[1]).toContain('item tenant, field url: expected an https address');
  });

  test('two items cannot have one name', () => {
    expect(problemsAfter('hosts', ({items}) => items.push({...first({items})}))).toEqual([
      'docs/_facts/hosts.json: item app: two items have this name; it has to be unique in the file',
    ]);
  });

  test('what belongs to the file as a whole is named as its field', () => {
    expect(problemsAfter('repositories', (content) => delete content.code_host)).toEqual([
      expect.stringContaining('repositories.json: field code_host: '),
    ]);
    expect(problemsAfter('hosts', (content) => (content.items = []))).toEqual([
      expect.stringContaining('field items: expected at least one item'),
    ]);
    expect(validateTable('hosts', 'x', null).problems).toEqual([expect.stringContaining('x: Invalid input')]);
  });

  test('a public repository gets its addresses, a private one none', () => {
    const {table} = validateTable('repositories', 'x', fileContent('repositories'));
    expect(table?.items).toEqual([
      expect.objectContaining({url: 'https://code.example.org/org/molecule-core'}),
      expect.not.objectContaining({url: expect.anything()}),
    ]);
  });
});
