import type { ActPreview, OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { principalIn } from '../words/refs';
import type { T } from '../words/useWords';

/** An act on what is published, as the API names it. */
export type Act = ActPreview['act'];

/** An act that a person does here; an offer is ended by a plan. */
export type OperatingAct = Exclude<Act, 'terminate'>;

/** Acts that take something away from somebody. */
const DESTRUCTIVE: readonly OperatingAct[] = [
  'suspend',
  'emergency',
  'ring-roll-back',
  'roll-back',
];

/** Whether an act takes something away from somebody. */
export const isDestructive = (act: OperatingAct) => DESTRUCTIVE.includes(act);

type Segment = OfferLife['segments'][number];

function ringWords(
  { groups, percent }: { groups: readonly string[]; percent: number },
  t: T,
): string {
  return [
    ...groups.map(group => principalIn(t, group)),
    ...(percent > 0 ? [t('segment.percent', { percent: String(percent) })] : []),
  ].join(', ');
}

/** For whom a version is served, in words. */
export function audienceWords(audience: Segment['audience'], t: T): string {
  switch (audience.whom) {
    case 'in':
      return t('segment.in', { ring: ringWords(audience.ring, t) });
    case 'outside':
      return t('segment.outside', { ring: ringWords(audience.ring, t) });
    default:
      return t('segment.all');
  }
}
