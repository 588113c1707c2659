const FOCUSABLE = 'input:not([type="hidden"]), textarea, select, button';

/** Opens a part that is folded; whether it was. */
function unfold(part: HTMLElement): boolean {
  if (part.dataset.folded !== 'true') return false;
  part.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click();
  return true;
}

/**
 * Moves the reader to a field of the editor: to the field itself, or to the nearest part that holds it.
 *
 * @param field - path as gates and the server give it, such as `content.pricing.costs`
 * @returns whether there is such a part
 */
export function focusField(field: string): boolean {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-field]')];
  const segments = field.split('.');
  for (let length = segments.length; length > 0; length -= 1) {
    const path = segments.slice(0, length).join('.');
    const part = parts.find(({ dataset }) => dataset.field === path);
    if (part) {
      if (unfold(part)) {
        // What was folded is drawn before the reader goes on.
        setTimeout(() => focusField(field));
        return true;
      }
      part.scrollIntoView?.({ block: 'center', behavior: 'auto' });
      (part.querySelector('[data-unfolded]') ?? part)
        .querySelector<HTMLElement>(FOCUSABLE)
        ?.focus({ preventScroll: true });
      return true;
    }
  }
  return false;
}

/**
 * The field that the address of a page names.
 *
 * @param hash - part of the address from its `#`
 * @returns the field's path; undefined where none is named or the address is not well-formed, which anybody can type
 */
export function fieldOfHash(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}
