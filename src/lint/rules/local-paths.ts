import {noneOf} from '../patterns';
import type {Rule} from '../types';

/** Home folders of users that containers have, not people. */
const CONTAINER_USERS = ['agent', 'node', 'ubuntu', 'ec2-user'];

/** Paths of somebody's machine mean nothing to a reader, and tell who it was. */
export const localPaths: Rule = {
  name: 'local-paths',
  check: noneOf([
    {
      pattern: /(?<![\w.])\/Users\/[\w.-]+/g,
      what: (found) => `the local path ${found}`,
      mend: 'use ~ or a path inside the repository',
    },
    {
      pattern: new RegExp(`(?<![\\w.])/home/(?!(?:${CONTAINER_USERS.join('|')})\\b)[\\w.-]+`, 'g'),
      what: (found) => `the local path ${found}`,
      mend: 'use ~ or a path inside the container',
    },
    {
      pattern: /\b[A-Z]:\\+Users\\+\w+/gi,
      what: (found) => `the local path ${found}`,
      mend: 'use %USERPROFILE% or a path inside the repository',
    },
  ]),
};
