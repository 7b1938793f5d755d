import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from '@jest/globals';
import type {Root} from 'mdast';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {diagramName} from './diagram';
import diagramsRemark from './remark';

const source = 'flowchart TB\n  accTitle: Boot\n  accDescr: The platform starts the agent.\n  a --> b';

/** A site with one page that holds the given diagram. */
function page(diagram: string, release = 'docs'): VFile {
  const folder = join(mkdtempSync(join(tmpdir(), 'diagrams-')), release);
  mkdirSync(join(folder, '_facts'), {recursive: true});
  mkdirSync(join(folder, '_diagrams'));
  return new VFile({path: join(folder, 'page.md'), value: `Text\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`});
}

function expand(file: VFile): Root {
  const processor = unified().use(remarkParse).use(diagramsRemark);
  return processor.runSync(processor.parse(file), file) as Root;
}

describe('diagrams in pages', () => {
  test('a drawn fence becomes the drawing with its text and source', () => {
    const file = page(source);
    writeFileSync(join(file.path, '../_diagrams', `${diagramName(source)}.svg`), '<svg></svg>');
    const [, element] = expand(file).children as unknown as {
      name: string;
      attributes: {name: string; value: string}[];
    }[];
    expect(element?.name).toBe('Diagram');
    expect(Object.fromEntries(element!.attributes.map(({name, value}) => [name, value]))).toEqual({
      description: 'The platform starts the agent.',
      source,
      svg: '<svg></svg>',
    });
  });

  test('a fence without a drawing stops the build, with its line and the mend', () => {
    expect(() => expand(page(source))).toThrow(/page\.md:3: .*"npm run diagrams"/);
    expect(() => expand(page(source, 'versioned_docs/version-2026.05'))).toThrow(/"npm run diagrams -- 2026\.05"/);
  });

  test('a fence without a text alternative stops the build', () => {
    expect(() => expand(page('flowchart TB\n  a --> b'))).toThrow(/page\.md:3: .*accDescr/);
  });
});
