import {noneOf} from '../patterns';
import type {Rule} from '../types';

/** The address of the code host is a fact; a page that spells it by hand breaks when it moves. */
export const codeHost: Rule = {
  name: 'code-host',
  check: noneOf([
    {
      pattern: /\bgithub(?:usercontent)?\.com[/:]Molecule-AI\b[^\s)"'`>]*/gi,
      what: (found) => `the address ${found} by hand`,
      mend: 'use <Source repo="…" />, or {{repositories.….clone_url}} in code',
    },
  ]),
};
