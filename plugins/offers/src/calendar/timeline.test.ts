import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { timelineOf } from './timeline';

// The weeks of February 2027 are exactly its days: 28 of them.
const calendar: PlanCalendar = {
  plans: [],
  events: [
    { planId: 'b', kind: 'preparation', at: '2027-02-01T00:00:00.000Z' },
    { planId: 'a', kind: 'release', at: '2027-02-08T00:00:00.000Z' },
    { planId: 'b', kind: 'release', at: '2027-02-15T00:00:00.000Z' },
  ],
  clashes: [],
  freezes: [
    { title: 'Audit', from: '2027-02-22T00:00:00.000Z', until: '2027-04-01T00:00:00.000Z' },
  ],
};

describe('the timeline', () => {
  const { rows, weeks, freezes, today } = timelineOf(calendar, {
    month: '2027-02',
    today: '2027-02-15',
    zone: 'UTC',
  });

  it('gives each plan a line from its first date to its last, the earliest plan first', () => {
    expect(rows.map(({ planId, span }) => [planId, span])).toEqual([
      ['b', { start: 0, length: 50 }],
      ['a', { start: 25, length: 0 }],
    ]);
  });

  it('lays weeks, and times without releases as far as they are in sight, across all of them', () => {
    expect(weeks.map(({ start }) => start)).toEqual([0, 25, 50, 75]);
    expect(freezes).toEqual([{ title: 'Audit', start: 75, length: 25 }]);
  });

  it('marks today where it is in sight, and nowhere in another month', () => {
    expect(today).toBe(50);
    const later = { month: '2027-05', today: '2027-02-15', zone: 'UTC' };
    expect(timelineOf(calendar, later).today).toBeUndefined();
  });
});
