import { oneOf } from '@offerdesk/backstage-plugin-offers-common';
import { useAddress } from '../data/useAddress';

/** How many days the figures can be of. */
export const PERIODS = ['30', '90', '365', '1095'] as const;

const DAY = 86_400_000;

/**
 * The time and the catalogue of the figures, kept in the address. The time ends with today in UTC, so that what is
 * asked stays the same all day.
 */
export function useReportScope() {
  const [params, change] = useAddress<'days' | 'catalogue'>();
  const days = oneOf(PERIODS, params.get('days')) ?? '90';
  const catalogue = params.get('catalogue') ?? undefined;
  const until = Math.floor(Date.now() / DAY + 1) * DAY;
  const query = {
    from: new Date(until - Number(days) * DAY).toISOString(),
    until: new Date(until).toISOString(),
    ...(catalogue ? { catalogue } : {}),
  };
  return { days, catalogue, query, change };
}
