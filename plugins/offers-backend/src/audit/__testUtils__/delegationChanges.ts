import { Change } from './change';

const REASON = 'A holiday';

/** Somebody who stands in for an approver for a week. */
const delegation = {
  delegate: 'user:default/ada',
  from: '2026-12-01T09:00:00.000Z',
  until: '2026-12-08T09:00:00.000Z',
  reason: REASON,
};

const create: Change = {
  by: 'mia',
  prepare: async () => call => call('createDelegation', { body: delegation }),
  leaves: ['delegation.create'],
  reason: REASON,
};

const revoke: Change = {
  by: 'mia',
  prepare: async portal => {
    const { id } = await portal.as('mia')('createDelegation', { body: delegation });
    return call => call('revokeDelegation', { params: { id } });
  },
  leaves: ['delegation.revoke'],
};

/** What the operations on who stands in for whom leave in the log. */
export const delegationChanges = { createDelegation: [create], revokeDelegation: [revoke] };
