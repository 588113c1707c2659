import { Segment } from '@offerdesk/backstage-plugin-offers-common';
import { StoredOffer } from '../offers/reading';
import type { OfferLife } from '../timeline/reading';

/** What the announcements of an offer are planned from. */
export interface Replanning {
  offer: StoredOffer;
  life: OfferLife;
  segments: readonly Segment[];
  at: string;
}

/** When an offer ends by its last termination; undefined when there is none, or a version goes on from that instant. */
export function endOf({
  life: { endings },
  segments,
}: Pick<Replanning, 'life' | 'segments'>): string | undefined {
  const endsAt = endings.at(-1)?.endsAt;
  return segments.some(({ from }) => from === endsAt) ? undefined : endsAt;
}
