import {expect, test} from '@jest/globals';
import effectInTransition from './effect-in-transition.cjs';

const through = effectInTransition as (source: string) => string;

test('the effect is ours, the rest stays with React', () => {
  expect(through("import React, { useState, useEffect, useMemo, } from 'react';\nuseEffect(f);")).toBe(
    "import React, { useState, useMemo } from 'react';\n" +
      "import { useEffectInTransition as useEffect } from '@site/src/plugins/page-speed/client/effect-in-transition';\nuseEffect(f);",
  );
});

test('a module that has no effect from React any more stops the build', () => {
  expect(() => through("import React, { useState } from 'react';")).toThrow('bundling.ts');
});
