import type { T } from '../words/translation';
import { SECTIONS } from './sections/sectionList';

const isNumber = (segment: string) => /^\d+$/.test(segment);

/** What the editor calls a field that is on the page, in the reader's language; undefined where it is not drawn. */
function labelOnPage(path: string): string | undefined {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-field]')];
  const part = parts.find(({ dataset }) => dataset.field === path);
  const label = part?.querySelector('.bui-FieldLabel, .bui-Checkbox');
  // The first part of a label is its words; whether the field is required follows.
  return (label?.firstChild?.textContent || label?.textContent)?.trim() || undefined;
}

/**
 * A field of a draft for a reader: the section that it is in, which of several it belongs to, and what it is called there.
 *
 * @param path - such as `content.pricing.costs.0.amount`, which is “Price and cost: 1, Cost amount”
 */
export function fieldWords(t: T, path: string): string {
  const section = SECTIONS.find(({ fields }) =>
    fields.some(field => path === field || path.startsWith(`${field}.`)),
  );
  const segments = path.replace(/^content\./, '').split('.');
  const numbers = segments.filter(isNumber).map(segment => String(Number(segment) + 1));
  const label = labelOnPage(path);
  const named = label
    ? [...numbers, label]
    : segments
        .slice(section ? 1 : 0)
        .map(part => (isNumber(part) ? String(Number(part) + 1) : part));
  const words = named.join(', ');
  if (!section) return words;
  return words
    ? t('conflict.fieldOf', { section: t(section.title), field: words })
    : t(section.title);
}
