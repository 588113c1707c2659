import {
  healthOf,
  ManagedOffer,
  offerCompleteness,
  PublicState,
  Waiver,
  withWaivers,
} from '@offerdesk/backstage-plugin-offers-common';
import { CategoriesOf } from '../structure/naming';
import { completenessInput, versionAt } from './reading';
import { StoredOffer } from './store';
import { StoredVersion } from './versionStore';

/** What the health of an offer is computed from. */
export interface Living {
  state: PublicState;
  /** every version of the offer */
  versions: readonly StoredVersion[];
  waivers: readonly Waiver[];
  now: string;
  /** what a version that serves may name */
  categoriesOf: CategoriesOf;
}

/** How the version that serves stands by the criteria of today; undefined for an offer that is not live. */
export function healthNow(
  offer: StoredOffer,
  { state, versions, waivers, now, categoriesOf }: Living,
): ManagedOffer['health'] {
  if (['draft', 'scheduled', 'ended'].includes(state)) return undefined;
  const published = versions.filter(({ status }) => status === 'published');
  const serving = versionAt(published, now);
  if (!serving) return undefined;
  const input = completenessInput({ offer, draft: serving }, categoriesOf);
  const criteria = withWaivers(offerCompleteness(input), waivers, now);
  return { percent: healthOf(criteria), criteria };
}
