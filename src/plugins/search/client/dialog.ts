/** What DocSearch says of the box around its modal: that it is a button which opens a list. Some of it changes while one types. */
const NOT_OF_A_BOX = ['role', 'tabindex', 'aria-expanded', 'aria-haspopup', 'aria-controls', 'aria-labelledby'];

/**
 * Says of DocSearch's modal what it is: a dialog with a field that fills a list. React leaves attributes alone that it did not
 * write itself, and writes its own again when they change.
 *
 * @param field the modal's own
 */
export function asDialog(field: HTMLInputElement): void {
  const container = field.closest('.DocSearch-Container');
  if (!container) return;
  const strip = (): void => NOT_OF_A_BOX.forEach((name) => container.removeAttribute(name));
  strip();
  new MutationObserver(strip).observe(container, {attributeFilter: NOT_OF_A_BOX});
  set(container.querySelector('.DocSearch-Modal'), {role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Search'});
  set(field, {role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': 'true'});
  enter(field);
}

/**
 * Puts the focus into the field once more, after the browser has told of the dialog. DocSearch does so in the moment when the
 * dialog appears: Firefox then tells of the dialog last, Orca leaves the field for it, and letters are commands. Not on a
 * touch screen: its keyboard, once closed, comes only when the reader touches the field.
 */
function enter(field: HTMLInputElement): void {
  if (field !== document.activeElement || matchMedia('(pointer: coarse)').matches) return;
  field.blur();
  requestAnimationFrame(() => requestAnimationFrame(() => field.focus()));
}

function set(element: Element | null, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
}
