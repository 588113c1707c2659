import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  RELEASE,
  aDraft,
  aSubmittedPlan,
  cheaper,
  decideOn,
  editDraftOf,
  DropFirst,
} from '../__testUtils__/stories';

describe.each(databaseKinds)('decisions on release plans on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const decide = (...decision: DropFirst<Parameters<typeof decideOn>>) =>
    decideOn(portal, ...decision);
  const edit = (...change: DropFirst<Parameters<typeof editDraftOf>>) =>
    editDraftOf(portal, ...change);

  it('[rule 4] lets nobody decide on what they wrote, submitted, or have no part in approving', async () => {
    const offer = await aDraft(portal);
    await edit('ravi', offer.id, cheaper);
    const plan = await aSubmittedPlan(portal, offer);
    expect(await refusalOf(decide('ravi', plan))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    expect(await refusalOf(decide('carla', plan))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    expect(await refusalOf(decide('nils', plan))).toEqual({ status: 403, code: 'not-an-approver' });
    expect(await refusalOf(decide('ada', plan))).toEqual({ status: 403, code: 'not-allowed' });
  });

  it('[rule 4] counts no approval of who edits afterwards, be it only words, and asks again', async () => {
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    expect((await decide('ravi', plan)).state).toBe('approved');
    await edit('ravi', offer.id, {
      information: { title: 'My own words', summary: 'Mine', category: 'storage' },
    });
    const after = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(after).toMatchObject({
      state: 'submitted',
      contentHash: plan.contentHash,
      approval: { given: 0 },
      decisions: [{ decider: 'user:default/ravi', voided: true }],
    });
    expect((await decide('mia', after)).state).toBe('approved');
  });

  it('[rule 4] lets nobody decide whose hands the plan went through: who moved its date, or submitted it before', async () => {
    const moved = await aSubmittedPlan(portal, await aDraft(portal));
    const after = await portal.as('ravi')('patchPlan', {
      params: { id: moved.id },
      revision: moved.revision,
      body: { release: { local: '2026-12-20T09:00', zone: 'UTC' } },
    });
    const refused = { status: 403, code: 'author-cannot-decide' };
    expect(after.can.decide).toBe(false);
    expect(await refusalOf(decide('ravi', after))).toEqual(refused);
    const first = await portal.as('carla')('createPlan', {
      body: {
        scenario: 'new',
        offerIds: [(await aDraft(portal)).id],
        release: { local: RELEASE, zone: 'UTC' },
      },
    });
    const params = { id: first.id };
    const byRavi = await portal.as('ravi')('submitPlan', { params, revision: first.revision });
    const back = await decide('mia', byRavi, 'request-changes', 'Once more');
    const byCarla = await portal.as('carla')('submitPlan', { params, revision: back.revision });
    expect(await refusalOf(decide('ravi', byCarla))).toEqual(refused);
  });

  it('[rule 4] counts one person once', async () => {
    const strict = await aPortal(kind, {
      settings: {
        approval: {
          approvers: ['group:default/release-managers'],
          required: 2,
          channel: undefined,
        },
      },
    });
    try {
      const plan = await aSubmittedPlan(strict, await aDraft(strict));
      const body = { verdict: 'approve' as const, contentHash: plan.contentHash };
      const params = { id: plan.id };
      const first = await strict.as('mia')('decide', { params, body });
      expect(first).toMatchObject({ state: 'submitted', approval: { given: 1, required: 2 } });
      expect(await refusalOf(strict.as('mia')('decide', { params, body }))).toEqual({
        status: 409,
        code: 'already-decided',
      });
      const second = await strict.as('rosa')('decide', { params, body });
      expect(second).toMatchObject({ state: 'approved', approval: { given: 2 } });
    } finally {
      await strict.stop();
    }
  });

  it('[rule 5] makes one decision of twenty clicks, and of two people who differ at once', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const click = (who: string, verdict: 'approve' | 'reject') =>
      decide(who, plan, verdict, 'because').then(
        () => 'taken',
        error => error.code,
      );
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => click('mia', 'approve')),
      ...Array.from({ length: 10 }, () => click('rosa', 'reject')),
    ]);
    expect(answers.filter(answer => answer === 'taken')).toHaveLength(1);
    const after = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(after.decisions).toHaveLength(1);
  });

  it('[rule 5] answers a repeated request with the first answer, and refuses the key for another', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const idempotencyKey = randomUUID();
    const request = (verdict: 'approve' | 'reject') =>
      portal.as('mia')('decide', {
        params: { id: plan.id },
        body: { verdict, contentHash: plan.contentHash, reason: 'x' },
        idempotencyKey,
      });
    const [first, second] = [await request('approve'), await request('approve')];
    expect(second).toEqual(first);
    expect(await refusalOf(request('reject'))).toEqual({
      status: 409,
      code: 'idempotency-key-reused',
    });
  });
});
