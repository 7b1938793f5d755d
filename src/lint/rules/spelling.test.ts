import {describe, expect, test} from '@jest/globals';
import {fence, findings, pageOf} from '../testing';
import {spelling} from './spelling';

describe('spelling', () => {
  test('finds unknown and British words in prose and front matter', async () => {
    expect(await findings(spelling, '---\ntitle: The behaviour\n---\n\nA mispelled word.\n')).toEqual([
      'docs/page.md:2 the word "behaviour"',
      'docs/page.md:5 the word "mispelled"',
    ]);
  });

  test('knows the words of the project', async () => {
    expect(await findings(spelling, 'Run langgraph with Ollama on pgvector.\n')).toEqual([]);
  });

  test('leaves code, links, tags and diagrams alone, but reads what diagrams say', async () => {
    const diagram = fence('mermaid', 'flowchart TB', '  accTitle: The colour', '  qwzx --> b');
    expect(
      await findings(
        spelling,
        `\`qwzx\` https://qwzx.example [a](./qwzx.md) <Fact of="qwzx" />\n\n${fence('text', 'qwzx')}\n${diagram}`,
      ),
    ).toEqual(['docs/page.md:9 the word "colour"']);
  });

  test('the mender writes American words and keeps capitals', async () => {
    expect(await spelling.fix?.(pageOf('Behaviour of the organisation: `behaviour`.\n'), process.cwd())).toBe(
      'Behavior of the organization: `behaviour`.\n',
    );
  });
});
