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

/** How Testing Library asks for the element that `aria-labelledby` names. */
const BY_ID = /^\[id="([^"\\]+)"\]$/;

const { querySelector } = Element.prototype;

/** The same as `querySelector`, which walks all that is below the element to find what the document knows by its id. */
function findQuickly(this: Element, selector: string): Element | null {
  const id = BY_ID.exec(selector)?.[1];
  const known = id === undefined ? null : this.ownerDocument.getElementById(id);
  // The first of an id in the document is the first in whatever holds it.
  return known && known !== this && this.contains(known)
    ? known
    : querySelector.call(this, selector);
}

/**
 * Makes fields tell their labels at once. jsdom walks the whole document for each label of it to answer that, for each
 * field that a test looks for by its label or its name, and once more for each element that others name: on the editor's
 * page that was most of what its tests took.
 */
export function findLabelsQuickly(): void {
  Object.defineProperty(Element.prototype, 'querySelector', { value: findQuickly, writable: true });
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
