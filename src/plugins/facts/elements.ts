import {didYouMean, FactError} from './suggest';

/** The elements that this room gives to Markdown pages, and the attributes of each. */
const ELEMENTS = {
  Facts: {required: ['table'], optional: ['where', 'columns', 'sort'], wraps: false},
  Fact: {required: ['of'], optional: [], wraps: false},
  Term: {required: ['name'], optional: [], wraps: true},
  Source: {required: ['repo'], optional: ['path', 'line'], wraps: true},
} as const satisfies Record<string, {required: string[]; optional: string[]; wraps: boolean}>;

export type ElementName = keyof typeof ELEMENTS;
export type Attributes = Map<string, string>;

/** Whether a tag of this name is one of this room's elements. A JSX fragment has no name. */
export const isElementName = (name: string | null): name is ElementName =>
  name !== null && Object.hasOwn(ELEMENTS, name);

/** Whether an element may stand around text, as in `<Term name="peer">peers</Term>`. */
export const wrapsText = (name: ElementName): boolean => ELEMENTS[name].wraps;

/** Refuses what is not written as name="value", what is unknown, empty, or missing. */
export function checkAttributes(name: ElementName, attributes: Attributes, malformed: string[]): void {
  const {required, optional} = ELEMENTS[name];
  const known: string[] = [...required, ...optional];
  if (malformed.length > 0) {
    throw new FactError(`cannot read ${malformed.join(' ')}; write attributes as name="value"`);
  }
  for (const [attribute, value] of attributes) {
    if (!known.includes(attribute)) {
      throw new FactError(
        `unknown attribute "${attribute}"${didYouMean(attribute, known)}; attributes are ${known.join(', ')}`,
      );
    }
    if (value.trim() === '') throw new FactError(`attribute "${attribute}" is empty`);
  }
  const missing = required.find((attribute) => !attributes.has(attribute));
  if (missing) throw new FactError(`attribute "${missing}" is missing`);
}
