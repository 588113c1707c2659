const MINUTE_DAYS = 1 / (24 * 60);
const SECOND_HOURS = 1 / 3600;

const managers = { groups: ['group:default/release-managers'] };
const steps = [
  { id: 'two', title: 'Two managers', when: [{ scenario: ['new'] }], need: { count: 2 } },
  { id: 'usual', title: 'Usual change', when: [{ scenario: ['change'] }], lowRisk: true },
  { id: 'end', title: 'End of an offer', when: [{ scenario: ['terminate'] }], decideIn: 'portal' },
].map(step => ({ ...step, approvers: managers }));

/** A bundle waits for Mia, who is reminded; then Nils may decide too. */
const impatient = {
  id: 'bundle',
  title: 'Bundles',
  when: [{ scenario: ['bundle'] }],
  approvers: { users: ['user:default/mia'] },
  remindAfterHours: [4 * SECOND_HOURS],
  escalate: { afterHours: 8 * SECOND_HOURS, to: ['user:default/nils'] },
};

/** Time of day in UTC, some hours from now. */
const hourFromNow = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);

/** A zone in which it is quiet now, as nobody's of the sample is. */
export const QUIET_ZONE = 'Etc/GMT-10';

/** A channel that announcements are meant for, and that the workspace does not have. */
export const GONE = 'C0GONE0001';

const audience = ['group:default/engineers'];

/** A policy with something of everything, whose hours are seconds. */
export const config = {
  offers: {
    approval: {
      approvers: null,
      required: null,
      steps: [...steps, impatient],
      expireAfterDays: MINUTE_DAYS,
      quietHours: { from: hourFromNow(9), until: hourFromNow(11) },
      delegation: { maxDays: 2 },
    },
    announcements: {
      channels: [
        { channel: 'C0OFFERS1', audience },
        { channel: GONE, audience, kinds: ['promotion'] },
      ],
    },
  },
};
