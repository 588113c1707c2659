import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { approvalPolicySchema } from '@offerdesk/backstage-plugin-offers-common';
import { entities } from '../__testUtils__/organisation';
import { aPortal } from '../__testUtils__/portal';
import { Directory } from '../people/Directory';
import { ApprovalModules, collecting, requireModules } from './approvalModules';
import { Approvers } from './Approvers';

const none: ApprovalModules = { conditions: new Map(), resolvers: new Map() };
const policy = approvalPolicySchema.parse({
  steps: [{ id: 'on-call', approvers: { resolver: 'on-call' } }],
});
const facts = {
  planId: 'plan',
  scenario: 'new' as const,
  releaseAt: '2026-12-10T09:00:00.000Z',
  requestedBy: 'user:default/carla',
  offers: [],
  structureChanges: 0,
  viewChanges: 0,
  liveSubscriptions: 0,
};

async function resolved(resolve: () => Promise<string[]>, timeLimitMs?: number) {
  const portal = await aPortal('sqlite3');
  try {
    const approvers = new Approvers(
      policy,
      { ...none, resolvers: new Map([['on-call', { id: 'on-call', resolve }]]) },
      new Directory(catalogServiceMock({ entities }), mockServices.auth()),
      mockServices.logger.mock(),
      timeLimitMs,
    );
    return await portal.ctx.db.transaction(async tx => approvers.answer(tx, 'key', facts));
  } finally {
    await portal.stop();
  }
}

it('waits for a module for as long as the limit says, and no longer', async () => {
  const never = () => new Promise<string[]>(() => {});
  expect(await resolved(never, 20)).toEqual({
    ok: false,
    message: expect.stringContaining('The resolver on-call of the approval policy did not answer'),
  });
});

it.each([['component:default/checkout-api'], ['mia']])(
  'takes nothing of a module but groups and users (%s)',
  async ref => {
    expect(await resolved(async () => [ref])).toMatchObject({
      ok: false,
      message: expect.stringContaining('which is no group or user'),
    });
  },
);

it('finds the people of what a module names', async () => {
  expect(await resolved(async () => ['Group:default/Operations'])).toMatchObject({
    ok: true,
    steps: [{ approvers: ['group:default/operations'], people: ['user:default/nils'] }],
  });
});

it('refuses at start what no module brings, with the key and what there is', () => {
  const resolvers = collecting<{ id: string; resolve: () => Promise<string[]> }>('resolvers');
  resolvers.add({ id: 'roster', resolve: async () => [] });
  expect(() => requireModules(policy, { ...none, resolvers: resolvers.all })).toThrow(
    'offers.approval.steps.0.approvers.resolver: no module brings on-call; install the module that does, or name one of those that are there (roster).',
  );
  const ruled = approvalPolicySchema.parse({
    steps: [
      {
        id: 'one',
        when: [{ rule: { id: 'frozen' } }],
        approvers: { users: ['user:default/mia'] },
      },
    ],
  });
  expect(() => requireModules(ruled, none)).toThrow('offers.approval.steps.0.when.0.rule.id');
  expect(() => resolvers.add({ id: 'roster', resolve: async () => [] })).toThrow(
    'Two resolvers have the id roster',
  );
});
