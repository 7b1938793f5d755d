/** Lets DocSearch's modal ask its query once more: it does so when its field changes, so it changes there and back. */
export function askAgain(query: string): void {
  const field = document.querySelector<HTMLInputElement>('.DocSearch-Input');
  if (field?.value !== query) return;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
  for (const value of [`${query} `, query]) {
    set.call(field, value);
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
}

/** When nothing appears for this long, the modal will not come, and the letters belong to the page again. */
const GIVE_UP_MILLISECONDS = 10_000;

const isOpen = (): boolean => document.querySelector('.DocSearch-Modal') !== null;

function isWriting({target}: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

const opens = (event: KeyboardEvent): boolean =>
  ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') || (event.key === '/' && !isWriting(event));

/**
 * Collects what is typed between opening search and the moment its field is there.
 *
 * @param change is called with all letters so far
 * @param start is called when search is being opened by a key or a click on its button
 * @returns stops listening
 */
export function typeAhead(change: (typed: string) => void, start: () => void): () => void {
  let since = 0;
  let typed = '';
  const begin = (): void => {
    if (isOpen()) return;
    since = performance.now();
    typed = '';
    change('');
    start();
  };
  const onKey = (event: KeyboardEvent): void => {
    const waiting = since > 0 && performance.now() - since < GIVE_UP_MILLISECONDS;
    if (!waiting && !isOpen() && opens(event)) return begin();
    if (!waiting) return;
    if (isOpen() || event.key === 'Escape') {
      since = 0;
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
    change(typed);
  };
  const onClick = ({target}: MouseEvent): void => {
    if (target instanceof Element && target.closest('.DocSearch-Button')) begin();
  };
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('click', onClick, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('click', onClick, true);
  };
}
