import { Segment } from '@offerdesk/backstage-plugin-offers-common';
import { StoredOffer } from '../offers/reading';
import type { OfferLife } from '../timeline/reading';

/** What the announcements of an offer are planned from. */
export interface Replanning {
  offer: StoredOffer;
  life: OfferLife;
  segments: readonly Segment[];
  /** the instant of the change */
  at: string;
  /** from when on it counts, earlier than that of a change that is reported late */
  since: string;
}

/** When an offer ends by its last termination; undefined when there is none, or a version goes on from that instant. */
export function endOf({
  life: { endings },
  segments,
}: Pick<Replanning, 'life' | 'segments'>): string | undefined {
  const endsAt = endings.at(-1)?.endsAt;
  return segments.some(({ from }) => from === endsAt) ? undefined : endsAt;
}
