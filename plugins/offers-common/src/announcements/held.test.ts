import { QuietHours } from '../approval/quietHours';
import { quietHoursFor } from './held';

const policy: QuietHours = {
  ...{ from: '20:00', until: '08:00', weekends: true },
  ...{ zone: 'Europe/Amsterdam', approvals: true },
};
const own = { from: '16:00', until: '11:00', weekends: false };
const zone = 'America/New_York';

describe('the quiet hours that count for a message', () => {
  it.each(['announcement', 'correction-note', 'digest', 'reminder', 'demand-notice'] as const)(
    'are for %s those that its reader has set, else the policy’s',
    kind => {
      expect(quietHoursFor({ kind }, { own, policy, zone })).toEqual({
        ...own,
        zone,
        approvals: false,
      });
      expect(quietHoursFor({ kind }, { own: undefined, policy, zone })).toBe(policy);
    },
  );

  it('are for approval cards the policy’s alone, also where it has none', () => {
    const card = { kind: 'approval-card' } as const;
    expect(quietHoursFor(card, { own, policy, zone })).toBe(policy);
    expect(quietHoursFor(card, { own, policy: undefined, zone })).toBe(undefined);
  });
});
