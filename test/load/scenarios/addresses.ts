import { SignedIn } from '../stand/Stand';
import { categories, groupRef, people, userRef } from '../seed/world';

const byName = new Map(people().map(person => [person.name, person.groups]));

const groupsOf = (name: string) => (byName.get(name) ?? []).map(groupRef);

/** The filters that the readers use in turn: a category and an interaction. */
export const filters = categories.slice(0, 5).map(({ id }) => ({
  category: id,
  interaction: 'provision',
}));

export type Filter = (typeof filters)[number];

/** A page of our list. */
export const ourList = ({ category, interaction }: Filter, more = '') =>
  `/api/offers/catalogue/offers?limit=20&category=${category}&interaction=${interaction}${more}`;

/** The same question of Backstage's own catalogue: two filters, and one of the person's groups. */
export function catalogueList(
  person: SignedIn,
  { category, interaction }: Filter,
  more = '',
): string {
  const audience = ['everyone', userRef(person.name), ...groupsOf(person.name)]
    .map(ref => `spec.audience=${ref}`)
    .join();
  const filter = `kind=component,spec.type=${category},spec.lifecycle=${interaction},${audience}`;
  return `/api/catalog/entities/by-query?limit=20&orderField=metadata.title,asc&filter=${encodeURIComponent(filter)}${more}`;
}
