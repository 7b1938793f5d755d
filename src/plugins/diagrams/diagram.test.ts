import {describe, expect, test} from '@jest/globals';
import {diagramName, diagramText} from './diagram';

describe('diagramText', () => {
  test('reads title and description', () => {
    const source = 'flowchart TB\n  accTitle: Boot\n  accDescr: The platform starts the agent.\n  a --> b';
    expect(diagramText(source)).toEqual({title: 'Boot', description: 'The platform starts the agent.'});
  });

  test('reads a description over several lines', () => {
    const source =
      'flowchart TB\n  accTitle: Boot\n  accDescr {\n    The platform\n    starts the agent.\n  }\n  a --> b';
    expect(diagramText(source)?.description).toBe('The platform starts the agent.');
  });

  test('is missing when one of the two is', () => {
    expect(diagramText('flowchart TB\n  accTitle: Boot\n  a --> b')).toBeUndefined();
    expect(diagramText('flowchart TB\n  a --> b')).toBeUndefined();
  });
});

describe('diagramName', () => {
  test('changes with the source and not with the space around it', () => {
    expect(diagramName('a --> b\n')).toBe(diagramName('a --> b'));
    expect(diagramName('a --> b')).not.toBe(diagramName('a --> c'));
  });
});
