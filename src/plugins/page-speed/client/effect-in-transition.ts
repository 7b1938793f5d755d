import {startTransition, useEffect, type DependencyList, type EffectCallback} from 'react';

/**
 * React's effect, with what it changes at once marked as not urgent. The providers around a page look at the browser when they
 * have come to life (color mode, width, release that the reader chose) and change their value: urgent, that would bring the
 * whole page to life at once, before the first control answers.
 */
export function useEffectInTransition(effect: EffectCallback, dependencies?: DependencyList): void {
  useEffect(() => {
    const cleanup: {run?: ReturnType<EffectCallback>} = {};
    startTransition(() => {
      cleanup.run = effect();
    });
    return cleanup.run;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller's list
  }, dependencies);
}
