import type { Clash, Plan, Scenario } from '@offerdesk/backstage-plugin-offers-common';
import type { Tone } from '../words/states';

/** What a plan does, in words. */
export const scenarios: Readonly<Record<Scenario, string>> = {
  new: 'A new offer',
  change: 'A change',
  bundle: 'A bundle',
  terminate: 'An ending',
};

/** Where a step of approval stands, in words. */
export const stepStates: Readonly<
  Record<Plan['approval']['steps'][number]['state'], { label: string; tone: Tone }>
> = {
  waiting: { label: 'Comes later', tone: 'neutral' },
  open: { label: 'Being asked', tone: 'info' },
  met: { label: 'Approved', tone: 'positive' },
};

/** What plans get in each other's way with. */
export const clashKinds: Readonly<Record<Clash['kind'], string>> = {
  'same-offer': 'Both touch the same offer',
  'bundle-member': 'One brings a bundle, the other a member of it',
  'same-structure': 'Both change the same structure or view',
  freeze: 'It is released while nothing should be',
};

/** How the release of an offer is called, where it is not simply new. */
export const impactKinds = { new: 'New', change: 'Changes', end: 'Ends' } as const;
