import { databaseKinds } from '../__testUtils__/databases';
import { checkLog } from '../audit/check';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  RELEASE,
  aDraft,
  aSubmittedPlan,
  anApprovedPlan,
  cheaper,
  completeContent,
  decideOn,
  editDraftOf,
  DropFirst,
} from '../__testUtils__/stories';

describe.each(databaseKinds)('release plans on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const decide = (...decision: DropFirst<Parameters<typeof decideOn>>) =>
    decideOn(portal, ...decision);
  const edit = (...change: DropFirst<Parameters<typeof editDraftOf>>) =>
    editDraftOf(portal, ...change);

  it('refuses to submit what is incomplete, and names every missing field', async () => {
    const offer = await aDraft(portal, { knowledge: {}, terms: {} });
    await expect(aSubmittedPlan(portal, offer)).rejects.toMatchObject({
      status: 422,
      code: 'gate-not-met',
      fields: [
        expect.objectContaining({ field: 'content.terms' }),
        expect.objectContaining({ field: 'content.knowledge.runbooks' }),
        expect.objectContaining({ field: 'content.knowledge.documents' }),
      ],
    });
  });

  it('shows the impact: price, margin against the floor, and how many people gain it', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(plan.impact[0]).toMatchObject({
      audienceGained: [{ principal: 'group:default/engineers', people: 2 }],
      mayOrder: [{ principal: 'group:default/payments-team', people: 1 }],
      margins: [
        {
          price: '1200.00',
          cost: '840.00',
          marginPercent: '30.0',
          floorPercent: '10',
          verdict: 'met',
        },
      ],
      from: '2026-12-10T09:00:00.000Z',
    });
  });

  it('[rule 3] voids approvals when what was approved changes, and asks again', async () => {
    const offer = await aDraft(portal);
    const approved = await anApprovedPlan(portal, offer);
    expect(approved.state).toBe('approved');
    await edit('carla', offer.id, cheaper);
    const plan = await portal.as('carla')('getPlan', { params: { id: approved.id } });
    expect(plan.state).toBe('submitted');
    expect(plan.approval).toMatchObject({ given: 0, outcome: 'open' });
    expect(plan.decisions).toEqual([expect.objectContaining({ voided: true })]);
    expect(plan.contentHash).not.toBe(approved.contentHash);
    expect((await decide('mia', plan)).state).toBe('approved');
  });

  it('[rule 3] keeps approvals when only words change', async () => {
    const offer = await aDraft(portal);
    const approved = await anApprovedPlan(portal, offer);
    await edit('carla', offer.id, {
      information: { title: 'Another title', summary: 'Other words', category: 'storage' },
    });
    const plan = await portal.as('carla')('getPlan', { params: { id: approved.id } });
    expect(plan).toMatchObject({ state: 'approved', contentHash: approved.contentHash });
    expect(plan.impact[0]?.title).toBe('Another title');
  });

  it('[rule 3] asks again also when a change is taken back, and the same person can decide anew', async () => {
    const offer = await aDraft(portal);
    const approved = await anApprovedPlan(portal, offer);
    await edit('carla', offer.id, cheaper);
    await edit('carla', offer.id, {});
    const plan = await portal.as('carla')('getPlan', { params: { id: approved.id } });
    expect(plan).toMatchObject({ state: 'submitted', approval: { given: 0 } });
    expect((await decide('mia', plan)).state).toBe('approved');
  });

  it('[rule 3] refuses a decision on a content that the decider did not see', async () => {
    const offer = await aDraft(portal);
    const seen = await aSubmittedPlan(portal, offer);
    await edit('carla', offer.id, cheaper);
    expect(await refusalOf(decide('mia', seen))).toEqual({ status: 409, code: 'content-changed' });
  });

  it('[rule 3] takes the plan back to draft when an edit leaves the offer incomplete', async () => {
    const offer = await aDraft(portal);
    const approved = await anApprovedPlan(portal, offer);
    await edit('carla', offer.id, { terms: {} });
    const plan = await portal.as('carla')('getPlan', { params: { id: approved.id } });
    expect(plan.state).toBe('draft');
  });

  it('[rule 3] counts a new release date as a change of what was approved', async () => {
    const approved = await anApprovedPlan(portal, await aDraft(portal));
    const plan = await portal.as('carla')('patchPlan', {
      params: { id: approved.id },
      revision: approved.revision,
      body: { release: { local: '2026-12-24T09:00', zone: 'Europe/Amsterdam' } },
    });
    expect(plan).toMatchObject({ state: 'submitted', releaseAt: '2026-12-24T08:00:00.000Z' });
  });

  it('[rule 7] refuses a second plan for an offer that is in one, and says so when it is made', async () => {
    const offer = await aDraft(portal);
    await aSubmittedPlan(portal, offer);
    expect(await refusalOf(aSubmittedPlan(portal, offer))).toEqual({
      status: 409,
      code: 'offer-in-plan',
    });
  });

  it('approves nothing that has become incomplete, be it by an edit of words', async () => {
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    await edit('carla', offer.id, { knowledge: {} });
    const now = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(now).toMatchObject({ state: 'draft', gate: { met: false } });
    expect(await refusalOf(decide('mia', now))).toEqual({ status: 409, code: 'not-open' });
  });

  it('[rule 12] keeps the chain whole whatever a person writes: halves of characters are refused', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(await refusalOf(decide('mia', plan, 'reject', 'bad \ud800 end'))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
    expect(await checkLog(portal.ctx.db.knex)).toMatchObject({ whole: true });
  });

  it('[rule 12] writes who, when, where and why of every step', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await portal.as('mia', { surface: 'slack' })('decide', {
      params: { id: plan.id },
      body: { verdict: 'reject', contentHash: plan.contentHash, reason: 'Too dear' },
    });
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'plan', subjectId: plan.id },
    });
    expect(
      items.map(({ action, actor, surface, reason }) => ({ action, actor, surface, reason })),
    ).toEqual([
      { action: 'plan.reject', actor: 'user:default/mia', surface: 'slack', reason: 'Too dear' },
      { action: 'plan.submit', actor: 'user:default/carla', surface: 'api', reason: undefined },
      { action: 'plan.create', actor: 'user:default/carla', surface: 'api', reason: undefined },
    ]);
  });

  it.each([
    ['9999-12-31T23:00', 'America/Los_Angeles'],
    ['0000-01-01T00:00', 'Asia/Tokyo'],
  ])(
    '[rule 13] refuses %s in %s, which text order would put at another time',
    async (local, zone) => {
      const offer = await aDraft(portal);
      await expect(
        portal.as('carla')('createPlan', {
          body: { scenario: 'new', offerIds: [offer.id], release: { local, zone } },
        }),
      ).rejects.toMatchObject({ status: 400, fields: [{ field: 'release.local' }] });
    },
  );

  it('[rule 13] refuses a local time that the clock change skips, with the remedy', async () => {
    const offer = await aDraft(portal);
    await expect(
      portal.as('carla')('createPlan', {
        body: {
          scenario: 'new',
          offerIds: [offer.id],
          release: { local: '2027-03-28T02:30', zone: 'Europe/Amsterdam' },
        },
      }),
    ).rejects.toMatchObject({ status: 400, fields: [{ field: 'release.local' }] });
  });

  it('asks for a reason to reject or to request changes', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    for (const verdict of ['reject', 'request-changes'] as const) {
      expect(await refusalOf(decide('mia', plan, verdict, '  '))).toEqual({
        status: 422,
        code: 'reason-missing',
      });
    }
  });

  it('lets a plan with requested changes be submitted again, be it as it is, and the same person decide again', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const back = await decide('mia', plan, 'request-changes', 'Add a document');
    expect(back.state).toBe('changes-requested');
    const submitted = await portal.as('carla')('submitPlan', {
      params: { id: plan.id },
      revision: back.revision,
    });
    expect(submitted.state).toBe('submitted');
    expect((await decide('mia', submitted)).state).toBe('approved');
  });

  it('frees the offers of a rejected and of a cancelled plan', async () => {
    const offer = await aDraft(portal);
    const rejected = await aSubmittedPlan(portal, offer);
    await decide('mia', rejected, 'reject', 'Not now');
    const second = await aSubmittedPlan(portal, offer, RELEASE);
    await portal.as('carla')('cancelPlan', {
      params: { id: second.id },
      revision: second.revision,
      body: { reason: 'A mistake' },
    });
    expect((await aSubmittedPlan(portal, offer)).state).toBe('submitted');
  });

  it('refuses to submit when nobody who had no part in it could approve', async () => {
    const lonely = await aPortal(kind, {
      settings: {
        approval: { approvers: ['user:default/carla'], required: 1, channel: undefined },
      },
    });
    try {
      const offer = await aDraft(lonely);
      await expect(aSubmittedPlan(lonely, offer)).rejects.toMatchObject({
        code: 'gate-not-met',
        fields: [{ field: 'approvers' }],
      });
    } finally {
      await lonely.stop();
    }
  });

  it('[rule 4] lets whoever changed nothing of a plan decide on it', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const { id, revision } = plan;
    const same = await portal.as('ravi')('patchPlan', { params: { id }, revision, body: {} });
    expect([same.revision, same.contentHash]).toEqual([revision, plan.contentHash]);
    expect((await decide('ravi', same)).state).toBe('approved');
  });

  it('locks nothing for an edit by somebody who may not', async () => {
    const offer = await aDraft(portal);
    const begun = jest.spyOn(portal.ctx.db, 'transaction');
    const { id, revision, owner } = offer;
    const put = (who: string) =>
      portal.as(who)('putDraft', {
        params: { id },
        revision,
        body: { owner, content: completeContent() },
      });
    expect(await refusalOf(put('mia'))).toEqual({ status: 403, code: 'not-allowed' });
    expect(await refusalOf(put('otto'))).toEqual({ status: 404, code: 'not-found' });
    expect(begun).not.toHaveBeenCalled();
    begun.mockRestore();
  });

  it('refuses an edit of what somebody else changed since, and loses neither', async () => {
    const offer = await aDraft(portal);
    const put = (amount: string) =>
      portal.as('carla')('putDraft', {
        params: { id: offer.id },
        revision: offer.revision,
        body: { owner: offer.owner, content: completeContent({ terms: { delivery: amount } }) },
      });
    await put('first');
    expect(await refusalOf(put('second'))).toEqual({ status: 409, code: 'conflict' });
    const now = await portal.as('carla')('getOffer', { params: { id: offer.id } });
    expect(now.draft?.content.terms.delivery).toBe('first');
  });
});
