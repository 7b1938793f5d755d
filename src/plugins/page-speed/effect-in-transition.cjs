/**
 * A loader: a module of Docusaurus uses client/effect-in-transition.ts in the place of React's effect.
 *
 * @throws when the module does not take the effect from React as it did: look which modules bundling.ts should name
 */
module.exports = function effectInTransition(source) {
  const imports = /^import (React, )?\{([^}]*)\} from 'react';/m;
  const names =
    imports
      .exec(source)?.[2]
      .split(',')
      .map((name) => name.trim()) ?? [];
  if (!names.includes('useEffect')) {
    throw new Error(
      'page-speed: no import of useEffect from react; its providers are listed in src/plugins/page-speed/bundling.ts',
    );
  }
  const others = names.filter((name) => name && name !== 'useEffect').join(', ');
  return source.replace(
    imports,
    `import $1{ ${others} } from 'react';\nimport { useEffectInTransition as useEffect } from '@site/src/plugins/page-speed/client/effect-in-transition';`,
  );
};
