import { oneOf, type WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import type { T } from '../words/useWords';
import type { Change } from './treeDraft';

/** A kind of change of the structure, in words. */
export function changeIn(t: T, kind: WholeStructure['coming'][number]['change']['kind']): string {
  return t(`structureChange.${kind}`);
}

/** What of a change is a text; a filter and an audience are read in their dialog. */
const TEXTS = [
  'title',
  'description',
  'owner',
  'catalogue',
  'category',
  'parent',
  'into',
  'sort',
] as const;

/** What a change says, in one line. */
export function bodyIn(t: T, { body }: Change): string {
  return Object.entries(body)
    .flatMap(([key, value]) => {
      const name = oneOf(TEXTS, key);
      if (!name) return [];
      const field = t(`structure.field.${name}`);
      if (value === null) return [t('structure.becomesNone', { field })];
      return typeof value === 'string' && value ? [t('structure.becomes', { field, value })] : [];
    })
    .join(', ');
}
