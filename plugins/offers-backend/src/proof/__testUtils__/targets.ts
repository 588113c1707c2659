import { plantKeys } from './plants';
import { Target } from './matrix/row';
import { uuidOf, World } from './world';

/** What was never there has ids that look like any other's. */
export const missing: Target = {
  id: uuidOf('missing offer'),
  name: 'zqmissingname',
  planId: uuidOf('missing plan'),
  planHash: 'e'.repeat(64),
};

/** What a column of a grid stands for in a world. */
export function targetOf({ offers }: World, column: string): Target {
  if (column === 'missing') return missing;
  const offer = plantKeys.flatMap(key => (key === column ? [offers.get(key)] : []))[0];
  if (!offer) throw new Error(`No offer of the proofs is called ${column}`);
  return { ...offer, planId: offer.planId ?? missing.planId };
}
