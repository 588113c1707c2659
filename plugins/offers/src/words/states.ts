import type {
  DeliveryState,
  PlanState,
  PublicState,
  Verdict,
} from '@offerdesk/backstage-plugin-offers-common';

/** How a state feels: the colour of its badge, which never speaks alone. */
export type Tone = 'neutral' | 'info' | 'positive' | 'warning' | 'negative';

/** How public states of an offer feel. */
export const publicTones: Readonly<Record<PublicState, Tone>> = {
  draft: 'neutral',
  scheduled: 'info',
  available: 'positive',
  canary: 'positive',
  held: 'warning',
  suspended: 'negative',
  ending: 'warning',
  ended: 'neutral',
};

/** How states of a release plan feel. */
export const planTones: Readonly<Record<PlanState, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  'changes-requested': 'warning',
  approved: 'positive',
  implementing: 'info',
  ready: 'positive',
  released: 'positive',
  rejected: 'negative',
  cancelled: 'neutral',
};

/** How states of a delivery feel. */
export const deliveryTones: Readonly<Record<DeliveryState, Tone>> = {
  pending: 'info',
  claimed: 'info',
  unclear: 'warning',
  sent: 'positive',
  failed: 'negative',
  withheld: 'warning',
};

/** How verdicts feel. */
export const verdictTones: Readonly<Record<Verdict, Tone>> = {
  approve: 'positive',
  reject: 'negative',
  'request-changes': 'warning',
};
