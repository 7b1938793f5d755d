import {noneOf} from '../patterns';
import type {Rule} from '../types';

/** Pages are in English: other scripts and invisible characters slip in with pasted text. */
export const letters: Rule = {
  name: 'letters',
  check: noneOf([
    {
      pattern: /(?:(?=\p{L})[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]|[\u3000-\u303f\uff00-\uffef])+/gu,
      what: (found) => `"${found}" is not in Latin letters`,
      mend: 'write it in Latin letters',
    },
    {
      pattern: /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu,
      what: (found) => `an invisible character, U+${hexOf(found)}`,
      mend: 'delete it',
    },
  ]),
};

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
