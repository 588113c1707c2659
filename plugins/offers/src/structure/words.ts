import { oneOf, type WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import type { NameOfRef } from '../words/refs';
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

type Part = 'catalogues' | 'categories' | 'views';

/** In which part of the structure those are that a field of a change names. */
const NAMED: Readonly<Partial<Record<(typeof TEXTS)[number], Part>>> = {
  catalogue: 'catalogues',
  category: 'categories',
  parent: 'categories',
  into: 'categories',
};

/** What something of the structure is called, by its name: by what the changes make of it, or as it is. */
export type TitleOf = (part: Part, name: string) => string;

/** The titles of a structure, with those that changes give. */
export function titlesOf(structure: WholeStructure, changes: readonly Change[]): TitleOf {
  return (part, name) => {
    const given = changes.filter(({ kind, target }) => partOf(kind) === part && target === name);
    const titles = given.flatMap(({ body }) => ('title' in body && body.title ? [body.title] : []));
    return titles.at(-1) ?? structure[part].find(each => each.name === name)?.title ?? name;
  };
}

/** Which part of the structure a kind of change is about; undefined for the move of an offer. */
export function partOf(kind: Change['kind']): Part | undefined {
  if (kind.startsWith('category-')) return 'categories';
  if (kind.startsWith('catalogue-')) return 'catalogues';
  return kind.startsWith('view-') ? 'views' : undefined;
}

/** What a change says, in one line. */
export function bodyIn(t: T, { body }: Change, titleOf: TitleOf, nameOf: NameOfRef): string {
  return Object.entries(body)
    .flatMap(([key, value]) => {
      const name = oneOf(TEXTS, key);
      if (!name) return [];
      const field = t(`structure.field.${name}`);
      if (value === null) return [t('structure.becomesNone', { field })];
      if (typeof value !== 'string' || !value) return [];
      const part = NAMED[name];
      const called = name === 'owner' ? nameOf(value) : value;
      return [t('structure.becomes', { field, value: part ? titleOf(part, value) : called })];
    })
    .join(', ');
}
