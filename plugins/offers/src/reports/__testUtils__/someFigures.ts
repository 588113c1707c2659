import type { ValueStreamReport } from '@offerdesk/backstage-plugin-offers-common';

const DAY = 86_400;

/** Figures of one plan that took three days. */
export const someFigures: ValueStreamReport = {
  leadTimes: [
    { stage: 'define', plans: 1, medianSeconds: 2 * DAY, ninthTenthSeconds: 2 * DAY },
    { stage: 'implement', plans: 1, medianSeconds: DAY, ninthTenthSeconds: DAY },
    { stage: 'publish', plans: 0 },
    { stage: 'whole', plans: 1, medianSeconds: 3 * DAY, ninthTenthSeconds: 3 * DAY },
  ],
  months: [
    { month: '2026-11', stage: 'whole', plans: 1, medianSeconds: 3 * DAY },
    { month: '2026-12', stage: 'define', plans: 1, medianSeconds: DAY / 2 },
  ],
  approvals: {
    decided: { plans: 1, medianSeconds: 7_200, ninthTenthSeconds: 7_200 },
    waits: [{ band: 'under-1', decided: 1, waiting: 0 }],
  },
  activation: { onTime: 1, late: 0, ahead: 0, overdue: 0 },
  scenarios: [{ scenario: 'new', begun: 1, released: 1 }],
  states: [{ state: 'released', plans: 1 }],
  completeness: [{ missing: 'none', drafts: 0, published: 0 }],
  announcements: [
    { kind: 'available', announcements: 1, sent: 3, waiting: 0, failed: 1, withheld: 0 },
  ],
  margins: {
    isCut: false,
    items: [
      {
        planId: 'p',
        offerId: 'o',
        name: 'db',
        title: 'A database, managed',
        releasedAt: '2026-12-01T09:00:00.000Z',
        before: { currency: 'EUR', price: '1200.00', marginPercent: '30.0', verdict: 'met' },
        after: { currency: 'EUR', price: '1080.00', marginPercent: '22.2', verdict: 'met' },
      },
    ],
  },
};
