import { Connection } from '../database/Database';
import { authorsByVersion } from '../offers/reading';
import { selectImplementers } from './itemStore';
import { selectPlanAuthors, selectPlanOffers } from './store';

/**
 * Everyone who had a part in what some plans bring: who wrote or implements one of their versions, or made,
 * changed or submitted the plan. They decide on it neither for themselves nor for others (rule 4). The one place that
 * says so.
 */
export async function excludedFromAll(
  connection: Connection,
  planIds: readonly string[],
): Promise<Map<string, string[]>> {
  const brought = await selectPlanOffers(connection, planIds);
  const authors = await authorsByVersion(connection, brought);
  const planAuthors = await selectPlanAuthors(connection, planIds);
  const implementers = await selectImplementers(connection, planIds);
  const authorsOf = (offerId: string, number: number) =>
    authors.filter(author => author.offerId === offerId && author.number === number);
  return new Map(
    planIds.map(id => {
      const ofVersions = brought
        .filter(({ planId }) => planId === id)
        .flatMap(({ offerId, number }) => authorsOf(offerId, number));
      const ofPlan = planAuthors.filter(({ planId }) => planId === id);
      const wrote = [...ofVersions, ...ofPlan].map(({ author }) => author);
      const implement = implementers
        .filter(({ planId }) => planId === id)
        .map(({ person }) => person);
      return [id, [...new Set([...wrote, ...implement])]] as const;
    }),
  );
}

/** Everyone who had a part in what one plan brings (rule 4). */
export async function excludedFrom(
  connection: Connection,
  { id }: { id: string },
): Promise<string[]> {
  return (await excludedFromAll(connection, [id])).get(id) ?? [];
}
