import type { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { principalWords } from '../words/refs';

type ReachOf = OfferImpact['mayOrder'][number];

function words({ principal, people }: ReachOf): string {
  if (people === undefined || principal.startsWith('user:')) return principalWords(principal);
  return `${principalWords(principal)} (${people} ${people === 1 ? 'person' : 'people'})`;
}

/** Who is reached, with how many people where that is known. */
export const Reach = ({ reach }: { reach: readonly ReachOf[] }) => (
  <>{reach.length === 0 ? 'Nobody' : reach.map(words).join(', ')}</>
);
