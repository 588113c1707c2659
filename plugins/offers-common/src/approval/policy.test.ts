import { approvalPolicySchema, namedApprovers } from './policy';

test('the short form is one step that needs so many of them', () => {
  const policy = approvalPolicySchema.parse({
    approvers: ['Group:default/Release-Managers'],
    required: 2,
    channel: 'C0APPROVE',
  });
  expect(policy).toMatchObject({
    steps: [
      {
        id: 'approval',
        approvers: { principals: ['group:default/release-managers'], ownersOf: [] },
        need: { count: 2 },
      },
    ],
    channel: 'C0APPROVE',
    maxDelegationDays: 30,
  });
});

test('steps keep their order, and what they leave out', () => {
  const policy = approvalPolicySchema.parse({
    steps: [
      {
        id: 'finance',
        title: 'Finance',
        when: [{ marginUnderFloor: true }, { priceChangeOver: { percent: 10 } }],
        approvers: { groups: ['group:default/finance'], ownersOf: ['product'] },
        need: { percent: 50 },
        remindAfterHours: { firstHours: 24, factor: 2, max: 3 },
        escalate: { afterHours: 72, to: ['group:default/heads'] },
        decideIn: 'portal',
      },
      { id: 'release', approvers: { users: ['user:default/mia'], resolver: 'on-call' } },
    ],
    expireAfterDays: 14,
    breakGlass: { groups: ['group:default/incident-leads'] },
    material: { alsoParts: ['knowledge'] },
  });
  expect(policy.steps.map(({ id, title, need }) => [id, title, need])).toEqual([
    ['finance', 'Finance', { percent: 50 }],
    ['release', 'release', 'any'],
  ]);
  expect(policy.steps[0]?.remindAfterHours).toEqual([24, 72, 168]);
  expect(policy.steps[0]?.when?.[1]).toEqual({
    priceChangeOver: { percent: 10, direction: 'either' },
  });
  expect([...namedApprovers(policy)].sort()).toEqual([
    'group:default/finance',
    'group:default/heads',
    'user:default/mia',
  ]);
});
