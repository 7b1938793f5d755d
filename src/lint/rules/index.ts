import type {Rule} from '../types';
import {authorization} from './authorization';
import {bullets} from './bullets';
import {codeHost} from './code-host';
import {drift} from './drift';
import {endpoints} from './endpoints';
import {era} from './era';
import {facts} from './facts';
import {fenceLanguage} from './fence-language';
import {fenceSyntax} from './fence-syntax';
import {frontMatter} from './front-matter';
import {headings} from './headings';
import {htmlTags} from './html-tags';
import {letters} from './letters';
import {links} from './links';
import {localPaths} from './local-paths';
import {mermaid} from './mermaid';
import {names} from './names';
import {plainWords} from './plain-words';
import {releaseBounds} from './release-bounds';
import {secrets} from './secrets';
import {sidebar} from './sidebar';
import {spelling} from './spelling';
import {unique} from './unique';
import {whitespace} from './whitespace';

/** Every rule. With `--fix` they mend in this order, so what changes the source most comes last. */
export const rules: readonly Rule[] = [
  frontMatter,
  unique,
  sidebar,
  headings,
  fenceLanguage,
  fenceSyntax,
  mermaid,
  links,
  releaseBounds,
  facts,
  drift,
  era,
  endpoints,
  authorization,
  htmlTags,
  localPaths,
  codeHost,
  letters,
  names,
  secrets,
  plainWords,
  spelling,
  bullets,
  whitespace,
];
