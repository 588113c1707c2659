import { Criterion, criterion } from '../gates/gate';
import { KeptReference } from './kept';

const WORDS = { 'price-list': 'price list', party: 'party' } as const;

/**
 * The criterion that what an offer refers to is kept: a reference that does not resolve, or to what is
 * retired, is welcome in a draft and stops a release (rule 14).
 *
 * @param unresolved - the references of the offer that do not resolve
 * @public
 */
export function referenceCriteria(unresolved: readonly KeptReference[]): Criterion[] {
  const [first] = unresolved;
  const named = [...new Set(unresolved.map(({ kind, id }) => `${WORDS[kind]} ${id}`))].join(', ');
  return [
    criterion('kept-references', 'Price lists and parties are kept', first === undefined, {
      remedy: `Not kept, or retired: ${named}. Refer to another, or take the reference out.`,
      ...(first ? { field: first.field } : {}),
    }),
  ];
}
