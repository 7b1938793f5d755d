/**
 * Says of DocSearch's modal what it is: a dialog with a field that fills a list. DocSearch calls all of it a button, around
 * everything in it, and says nothing of the field; React leaves attributes alone that it did not write itself.
 *
 * @param field the modal's own
 */
export function asDialog(field: HTMLInputElement): void {
  const container = field.closest('.DocSearch-Container');
  container?.removeAttribute('role');
  container?.removeAttribute('tabindex');
  set(container?.querySelector('.DocSearch-Modal'), {role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Search'});
  set(field, {role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': 'true'});
}

function set(element: Element | null | undefined, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element?.setAttribute(name, value);
}
