import type {
  DeliveryState,
  Interaction,
  PlanState,
  PublicState,
  Surface,
  Verdict,
} from '@offerdesk/backstage-plugin-offers-common';

/** How a state feels: the colour of its badge, which never speaks alone. */
export type Tone = 'neutral' | 'info' | 'positive' | 'warning' | 'negative';

interface StateWords {
  label: string;
  tone: Tone;
}

/** Public states of an offer in words. */
export const publicStates: Readonly<Record<PublicState, StateWords>> = {
  draft: { label: 'Draft', tone: 'neutral' },
  scheduled: { label: 'Scheduled', tone: 'info' },
  available: { label: 'Available', tone: 'positive' },
  canary: { label: 'First rings', tone: 'positive' },
  held: { label: 'Held', tone: 'warning' },
  suspended: { label: 'Suspended', tone: 'negative' },
  ending: { label: 'Ending', tone: 'warning' },
  ended: { label: 'Ended', tone: 'neutral' },
};

/** States of a release plan in words. */
export const planStates: Readonly<Record<PlanState, StateWords>> = {
  draft: { label: 'Draft', tone: 'neutral' },
  submitted: { label: 'Waiting for approval', tone: 'info' },
  'changes-requested': { label: 'Changes requested', tone: 'warning' },
  approved: { label: 'Approved', tone: 'positive' },
  implementing: { label: 'Being implemented', tone: 'info' },
  ready: { label: 'Ready to publish', tone: 'positive' },
  released: { label: 'Released', tone: 'positive' },
  rejected: { label: 'Rejected', tone: 'negative' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

/** States of a delivery in words. */
export const deliveryStates: Readonly<Record<DeliveryState, StateWords>> = {
  pending: { label: 'Waiting', tone: 'info' },
  claimed: { label: 'Being sent', tone: 'info' },
  unclear: { label: 'Being checked', tone: 'warning' },
  sent: { label: 'Sent', tone: 'positive' },
  failed: { label: 'Failed', tone: 'negative' },
  withheld: { label: 'Withheld', tone: 'warning' },
};

/** Verdicts in words. */
export const verdicts: Readonly<Record<Verdict, StateWords>> = {
  approve: { label: 'Approved', tone: 'positive' },
  reject: { label: 'Rejected', tone: 'negative' },
  'request-changes': { label: 'Asked for changes', tone: 'warning' },
};

/** Surfaces in words, as the end of a sentence. */
export const surfaces: Readonly<Record<Surface, string>> = {
  portal: 'in the portal',
  slack: 'in Slack',
  api: 'through the API',
  system: 'by the system',
};

/** What an offer sells, for people. */
export const interactions: Readonly<Record<Interaction, string>> = {
  provision: 'Something new',
  change: 'A change',
  decommission: 'A removal',
  support: 'Support',
};

/** Gates in words. */
export const gateTitles = {
  'define-exit': 'Before it can be approved',
  'implement-exit': 'Before it is ready',
  'publish-entry': 'Before it can be published',
} as const;
