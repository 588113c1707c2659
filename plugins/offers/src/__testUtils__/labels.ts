/** The elements that stand around an element, from the nearest. */
function* around(element: Element): Generator<Element> {
  for (let next = element.parentElement; next; next = next.parentElement) yield next;
}

/** The labels of a field: those that name it, and the one that it stands in unless that names another. */
function labelsOf(field: HTMLElement): HTMLLabelElement[] {
  const within = [...around(field)].find(
    (element): element is HTMLLabelElement => element instanceof HTMLLabelElement,
  );
  return [...field.ownerDocument.getElementsByTagName('label')].filter(label =>
    label.htmlFor ? label.htmlFor === field.id : label === within,
  );
}

/**
 * Makes fields tell their labels at once. jsdom walks the whole document for each label of it to answer that, for each field that a
 * test looks for by its label or its name: on the editor's page two thirds of what its tests took.
 */
export function findLabelsQuickly(): void {
  for (const { prototype } of [
    HTMLInputElement,
    HTMLSelectElement,
    HTMLTextAreaElement,
    HTMLButtonElement,
  ]) {
    Object.defineProperty(prototype, 'labels', {
      get(this: HTMLElement) {
        return this instanceof HTMLInputElement && this.type === 'hidden' ? null : labelsOf(this);
      },
    });
  }
}
