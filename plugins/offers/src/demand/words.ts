import type {
  DemandHappening,
  DemandKind,
  DemandPriority,
  DemandSource,
  DemandState,
  ProductReleaseSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Tone } from '../words/states';

interface StateWords {
  label: string;
  tone: Tone;
}

/** States of a demand in words. */
export const demandStates: Readonly<Record<DemandState, StateWords>> = {
  raised: { label: 'New', tone: 'info' },
  triaged: { label: 'Weighed', tone: 'info' },
  planned: { label: 'In a plan', tone: 'positive' },
  done: { label: 'Done', tone: 'positive' },
  declined: { label: 'Declined', tone: 'negative' },
  merged: { label: 'Merged', tone: 'neutral' },
};

/** What a demand asks for, in words. */
export const demandKinds: Readonly<Record<DemandKind, string>> = {
  new: 'A new offer',
  bundle: 'A bundle',
  change: 'A change',
  termination: 'An ending',
};

/** Where a demand comes from, in words. */
export const demandSources: Readonly<Record<DemandSource, string>> = {
  'product-release': 'A product release',
  'product-manager': 'A product manager',
  consumer: 'A consumer',
  'improvement-driver': 'An improvement',
};

/** How much a demand matters, in words. */
export const priorities: Readonly<Record<DemandPriority, StateWords>> = {
  low: { label: 'Low', tone: 'neutral' },
  medium: { label: 'Medium', tone: 'info' },
  high: { label: 'High', tone: 'warning' },
  urgent: { label: 'Urgent', tone: 'negative' },
};

/** What happened to a demand, in words. */
export const happenings: Readonly<Record<DemandHappening['event'], string>> = {
  raise: 'Raised it',
  triage: 'Weighed it',
  plan: 'Put it into a plan',
  replan: 'Put it into another plan',
  unplan: 'Its plan ended without it',
  finish: 'It is done',
  decline: 'Declined it',
  merge: 'Merged it into another',
  'take-in': 'Took another one in',
  reopen: 'Opened it again',
};

/** Statuses of a product release in words. */
export const releaseStatuses: Readonly<Record<ProductReleaseSummary['status'], StateWords>> = {
  released: { label: 'Released', tone: 'info' },
  deployed: { label: 'Deployed', tone: 'positive' },
  withdrawn: { label: 'Withdrawn', tone: 'negative' },
};
