import {useSyncExternalStore} from 'react';
import {withParameter} from './rows';

/** Browsers say nothing when the address is replaced by script, so we say it ourselves. */
const REPLACED = 'facts:address-replaced';

function subscribe(notify: () => void): () => void {
  window.addEventListener('popstate', notify);
  window.addEventListener(REPLACED, notify);
  return () => {
    window.removeEventListener('popstate', notify);
    window.removeEventListener(REPLACED, notify);
  };
}

/** The query of the address as it is now, with what was written past the router. Empty in the static page. */
export function useAddressQuery(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => '',
  );
}

/**
 * A text that lives in the query of the address. It is empty in the static page and while that page is
 * hydrated. Written past the router: typing must neither add to the history nor scroll the page.
 */
export function useAddressParameter(name: string): [string, (value: string) => void] {
  const value = new URLSearchParams(useAddressQuery()).get(name) ?? '';
  const replace = (next: string) => {
    window.history.replaceState(window.history.state, '', withParameter(window.location.href, name, next));
    window.dispatchEvent(new Event(REPLACED));
  };
  return [value, replace];
}
