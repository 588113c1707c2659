import type {
  DemandPriority,
  DemandState,
  ProductReleaseSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Tone } from '../words/states';
import type { T } from '../words/useWords';

type ReleaseStatus = ProductReleaseSummary['status'];

const stateTones: Readonly<Record<DemandState, Tone>> = {
  raised: 'info',
  triaged: 'info',
  planned: 'positive',
  done: 'positive',
  declined: 'negative',
  merged: 'neutral',
};

const priorityTones: Readonly<Record<DemandPriority, Tone>> = {
  low: 'neutral',
  medium: 'info',
  high: 'warning',
  urgent: 'negative',
};

const statusTones: Readonly<Record<ReleaseStatus, Tone>> = {
  released: 'info',
  deployed: 'positive',
  withdrawn: 'negative',
};

/** A state of a demand in the reader's language, with how it feels. */
export const demandStateIn = (t: T, state: DemandState) => ({
  label: t(`demandState.${state}`),
  tone: stateTones[state],
});

/** How much a demand matters, in the reader's language, with how it feels. */
export const priorityIn = (t: T, priority: DemandPriority) => ({
  label: t(`priority.${priority}`),
  tone: priorityTones[priority],
});

/** A status of a product release in the reader's language, with how it feels. */
export const releaseStatusIn = (t: T, status: ReleaseStatus) => ({
  label: t(`releaseStatus.${status}`),
  tone: statusTones[status],
});
