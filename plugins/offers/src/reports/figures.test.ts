import type { ManagedOfferSummary, PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { aManagedOffer, aPlan } from '../__testUtils__/builders';
import { approvalWait, completeness, onTime, plansByScenario, plansByState } from './figures';

const NOW = new Date('2026-12-10T09:00:00.000Z');
const plan = (over: Partial<PlanSummary>): PlanSummary => ({ ...aPlan(), ...over });
const { id, name, title, summary, catalogue, interaction, state, revision, updatedAt } =
  aManagedOffer();
const offer = (over: Partial<ManagedOfferSummary>): ManagedOfferSummary => ({
  ...{ id, name, title, summary, catalogue, interaction, state, revision, updatedAt },
  missing: 0,
  ...over,
});

const counts = ({ figures }: { figures: { label: string; count: number }[] }) =>
  Object.fromEntries(
    figures.filter(({ count }) => count > 0).map(({ label, count }) => [label, count]),
  );

describe('the figures of reports', () => {
  it('count plans by scenario and state, and name those that there are none of', () => {
    const plans = [plan({}), plan({ scenario: 'terminate', state: 'released' })];
    expect(counts(plansByScenario(plans))).toEqual({ 'A new offer': 1, 'An ending': 1 });
    expect(plansByScenario(plans).figures).toHaveLength(4);
    expect(counts(plansByState(plans))).toEqual({ 'Waiting for approval': 1, Released: 1 });
  });

  it('tell how long plans wait, at the edges of the bands too', () => {
    const waiting = [
      '2026-12-09T10:00:00.000Z',
      '2026-12-09T09:00:00.000Z',
      '2026-12-03T09:00:00.000Z',
    ];
    const plans = waiting.map(at => plan({ state: 'submitted', updatedAt: at }));
    expect(counts(approvalWait([...plans, plan({ state: 'draft' })], NOW))).toEqual({
      'Less than a day': 1,
      '1 to 3 days': 1,
      '7 days or more': 1,
    });
  });

  it('call late only what is under way and past its date', () => {
    const past = '2026-12-01T09:00:00.000Z';
    const plans = [
      plan({ state: 'approved', stage: 'implement', releaseAt: past }),
      plan({ state: 'released', stage: 'publish', releaseAt: past }),
      plan({ state: 'cancelled', stage: 'ended', releaseAt: past }),
      plan({ state: 'draft', releaseAt: '2027-01-01T09:00:00.000Z' }),
    ];
    expect(counts(onTime(plans, NOW))).toEqual({ Late: 1, 'In time': 1 });
  });

  it('tell drafts from live offers', () => {
    const offers = [
      offer({ missing: 0 }),
      offer({ missing: 5 }),
      offer({ state: 'available', health: 100 }),
      offer({ state: 'available', health: 90, missing: 2 }),
    ];
    expect(counts(completeness(offers))).toEqual({
      'Drafts, complete': 1,
      'Drafts, more missing': 1,
      'Live, whole': 1,
      'Live, with gaps': 1,
    });
  });
});
