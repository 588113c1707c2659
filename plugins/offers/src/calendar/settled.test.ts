import type { PlanCalendar, PlanState } from '@offerdesk/backstage-plugin-offers-common';
import { effectsOf } from './settled';

const plan = (id: string, state: PlanState): PlanCalendar['plans'][number] => ({
  id,
  title: id,
  scenario: 'change',
  state,
  releaseAt: '2026-12-01T09:00:00.000Z',
  releaseZone: 'UTC',
  offers: [],
});

const at = '2026-12-01T09:00:00.000Z';
const calendar: PlanCalendar = {
  plans: [plan('sure', 'approved'), plan('maybe', 'submitted')],
  events: [
    { planId: 'sure', kind: 'preparation', at },
    { planId: 'sure', kind: 'release', at },
    { planId: 'maybe', kind: 'release', at },
    { planId: 'sure', kind: 'end', at },
  ],
  clashes: [{ kind: 'same-offer', planIds: ['sure', 'maybe'], about: ['x'], from: at, until: at }],
  freezes: [],
};

const kindsOf = ({ events }: PlanCalendar) => events.map(({ planId, kind }) => `${planId} ${kind}`);

describe('what takes effect', () => {
  it('is of plans that were approved, and not the work before it', () => {
    const effects = effectsOf(calendar, false);
    expect(kindsOf(effects)).toEqual(['sure release', 'sure end']);
    expect(effects.clashes).toEqual([]);
  });

  it('is also what may come, where that is asked for, with what it clashes with', () => {
    const effects = effectsOf(calendar, true);
    expect(kindsOf(effects)).toEqual(['sure release', 'maybe release', 'sure end']);
    expect(effects.clashes).toHaveLength(1);
  });
});
