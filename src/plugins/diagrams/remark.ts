import {existsSync, readFileSync} from 'node:fs';
import {basename, dirname, join, relative} from 'node:path';
import type {Code, Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {findRelease} from '../facts/load';
import {diagramName, diagramText, DIAGRAMS_FOLDER, isDiagram} from './diagram';

function attribute(name: string, value: string) {
  return {type: 'mdxJsxAttribute' as const, name, value};
}

/**
 * Puts the drawing of each Mermaid fence into the page: an SVG from the release's `_diagrams`, its text and its source.
 *
 * A production build fails at a fence that has no text alternative or no drawing. `npm start` leaves such a fence to the
 * theme's Mermaid component, which draws it in the browser, so a writer sees it at once.
 */
export default function diagramsRemark() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node: Code, index, parent) => {
      if (!isDiagram(node) || !parent || index === undefined) return;
      const where = `${relative(process.cwd(), file.path)}:${node.position?.start.line ?? 1}`;
      const text = diagramText(node.value);
      const release = findRelease(file.path) ?? dirname(file.path);
      const drawing = join(release, DIAGRAMS_FOLDER, `${diagramName(node.value)}.svg`);
      if (!text || !existsSync(drawing)) {
        if (process.env.NODE_ENV === 'development') return;
        throw new Error(
          text
            ? `${where}: this diagram is not drawn yet; run "${drawCommand(release)}" and commit the new file`
            : `${where}: a diagram needs "accTitle: ..." and "accDescr: ..." lines that say in words what it shows`,
        );
      }
      const element: MdxJsxFlowElement = {
        type: 'mdxJsxFlowElement',
        name: 'Diagram',
        attributes: [
          attribute('description', text.description),
          attribute('source', node.value),
          attribute('svg', readFileSync(drawing, 'utf8')),
        ],
        children: [],
      };
      parent.children[index] = element;
    });
  };
}

/** A frozen release is drawn only when it is named. */
function drawCommand(release: string): string {
  const frozen = /^version-(.+)$/.exec(basename(release))?.[1];
  return frozen === undefined ? 'npm run diagrams' : `npm run diagrams -- ${frozen}`;
}
