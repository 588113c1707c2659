import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import type { Tone } from '../words/states';

/** How it feels where a step of approval stands. */
export const stepTones: Readonly<Record<Plan['approval']['steps'][number]['state'], Tone>> = {
  waiting: 'neutral',
  open: 'info',
  met: 'positive',
};
