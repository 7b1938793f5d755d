import {asDialog} from './dialog';

const BUTTON = '.DocSearch-Button';

const fieldOfModal = (): HTMLInputElement | null => document.querySelector('.DocSearch-Input');

/** Writes into DocSearch's field as a reader would: React takes a value only when the browser says that it changed. */
function write(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, value);
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

/** Lets DocSearch's modal ask its query once more: it does so when its field changes, so it changes there and back. */
export function askAgain(query: string): void {
  const field = fieldOfModal();
  if (field?.value !== query) return;
  write(field, `${query} `);
  write(field, query);
}

/** When nothing appears for this long, the modal will not come, and the letters belong to the page again. */
const GIVE_UP_MILLISECONDS = 10_000;

function isWriting({target}: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

const isCommand = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;

const opens = (event: KeyboardEvent): boolean =>
  ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') || (event.key === '/' && !isWriting(event));

/** What is typed from the opening of search on, until the field holds it. */
type Typing = {since: number; letters: string; seen: boolean; held: number; isSecondTry: boolean};

/** How long after the modal's code did not come it is asked for once more. */
const AGAIN_MILLISECONDS = 500;

/**
 * Collects what is typed between opening search and the moment its field takes letters itself, and puts it there.
 *
 * The modal is in the page before its field has the focus, and has the focus before its first query is set: a letter typed
 * in between would be lost or overwritten. So letters are kept until the field has held all of them for two frames.
 *
 * @param start is called when search is being opened: by a key, or by its button
 * @returns stops listening
 */
export function typeAhead(start: () => void): () => void {
  let typing: Typing | undefined;

  const appearance = new MutationObserver(() => {
    const field = fieldOfModal();
    if (!field) return;
    appearance.disconnect();
    asDialog(field);
  });

  const watch = (): void => {
    if (!typing) return;
    const field = fieldOfModal();
    const isGone = field === null && typing.seen;
    if (isGone || performance.now() - typing.since > GIVE_UP_MILLISECONDS) {
      typing = undefined;
      appearance.disconnect();
      return;
    }
    if (field !== null) typing.seen = true;
    if (field !== null && field === document.activeElement) {
      if (typing.letters !== '' && field.value !== typing.letters) {
        write(field, typing.letters);
        typing.held = 0;
      } else if (++typing.held === 2) {
        typing = undefined;
        return;
      }
    }
    requestAnimationFrame(watch);
  };

  const begin = (): void => {
    if (fieldOfModal()) return;
    if (typing) {
      // Asked for again, by the reader or by us: what was typed until now still counts.
      typing.since = performance.now();
    } else {
      typing = {since: performance.now(), letters: '', seen: false, held: 0, isSecondTry: false};
      requestAnimationFrame(watch);
    }
    appearance.observe(document.body, {childList: true, subtree: true});
    start();
  };

  // DocSearch fetches its modal by itself and does not say when that fails; the bundler's error tells.
  const onRejection = ({reason}: PromiseRejectionEvent): void => {
    if (!typing || typing.seen || typing.isSecondTry || (reason as Error | null)?.name !== 'ChunkLoadError') return;
    typing.isSecondTry = true;
    setTimeout(() => document.querySelector<HTMLElement>(BUTTON)?.click(), AGAIN_MILLISECONDS);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (!typing) {
      const button = opens(event) && !fieldOfModal() ? document.querySelector<HTMLElement>(BUTTON) : null;
      if (button) {
        // DocSearch itself does not take "/" while a button has the focus, as it has after each click on one.
        event.preventDefault();
        event.stopImmediatePropagation();
        button.click();
      }
      return;
    }
    if (event.key === 'Escape') {
      typing = undefined;
      return;
    }
    if (isCommand(event) || event.isComposing) return;
    if (event.key === 'Backspace') typing.letters = typing.letters.slice(0, -1);
    else if (event.key.length === 1) typing.letters += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const onClick = ({target}: MouseEvent): void => {
    if (target instanceof Element && target.closest(BUTTON)) begin();
  };

  window.addEventListener('keydown', onKey, true);
  window.addEventListener('click', onClick, true);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    typing = undefined;
    appearance.disconnect();
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('click', onClick, true);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}
