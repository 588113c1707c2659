import { Connection } from '../database/Database';
import { offersBy } from '../offers/reading';
import { bundlesOf, livesOf, OfferLife } from '../timeline/reading';

/** A bundle that has an offer as a member. */
export interface Dependant {
  id: string;
  title: string;
}

/**
 * The bundles of which a published version that serves at an instant, or later, has an offer as a member: what
 * served before and does not come back needs it no more.
 */
export async function dependantsOf(
  connection: Connection,
  memberId: string,
  at: string,
): Promise<Dependant[]> {
  const needing = await bundlesOf(connection, [memberId]);
  const ids = [...new Set(needing.map(({ offerId }) => offerId))];
  const lives = await livesOf(connection, ids);
  const offers = await offersBy(connection, ids);
  return offers
    .filter(({ id }) => {
      const numbers = needing.filter(({ offerId }) => offerId === id).map(({ number }) => number);
      const life = lives.get(id);
      return life !== undefined && servesFrom(life, at).some(number => numbers.includes(number));
    })
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The versions of an offer that serve at an instant, or will. */
function servesFrom({ versions, endings }: OfferLife, at: string): number[] {
  if (endings.some(({ endsAt }) => endsAt <= at)) return [];
  const inTime = [...versions].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  return inTime
    .filter(({ validUntil }, index) => {
      const over = inTime[index + 1]?.validFrom ?? validUntil;
      return over === undefined || at < over;
    })
    .map(({ number }) => number);
}
