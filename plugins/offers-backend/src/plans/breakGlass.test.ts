import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, aSubmittedPlan, cheaper, decideOn, editDraftOf } from '../__testUtils__/stories';

describe.each(databaseKinds)('an approval in an emergency on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind, {
      settings: {
        approval: {
          steps: [
            { id: 'release', approvers: { groups: ['group:default/release-managers'] } },
            { id: 'search', approvers: { groups: ['group:default/search-team'] } },
          ],
          breakGlass: { groups: ['group:default/operations', 'group:default/catalog-managers'] },
        },
      },
    });
  });
  afterEach(() => portal.stop());

  const breakGlass = (who: string, plan: Plan, idempotencyKey = randomUUID()) =>
    portal.as(who)('breakGlass', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash, reason: 'Payments are down' },
      idempotencyKey,
    });

  it('[rule 4] lets nobody implement who broke the glass', async () => {
    const approved = await breakGlass('nils', await aSubmittedPlan(portal, await aDraft(portal)));
    const body = { implementers: ['user:default/nils'] };
    await expect(
      portal.as('carla')('implementPlan', {
        params: { id: approved.id },
        revision: approved.revision,
        body,
      }),
    ).rejects.toMatchObject({ status: 400, fields: [{ field: 'implementers.0' }] });
  });

  it('approves alone, in the log under its own name, and tells every approver of every step', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const seen = await portal.as('nils')('getPlan', { params: { id: plan.id } });
    expect(seen.can).toMatchObject({ decide: false, breakGlass: true });
    const approved = await breakGlass('nils', plan);
    expect(approved).toMatchObject({
      state: 'approved',
      approval: {
        given: 0,
        required: 2,
        outcome: 'approved',
        breakGlass: { by: 'user:default/nils', reason: 'Payments are down' },
      },
    });
    const told = approved.deliveries.filter(each => each.kind === 'break-glass-notice');
    expect(told.map(({ target }) => target).sort()).toEqual([
      'user:default/ben',
      'user:default/mia',
      'user:default/ravi',
      'user:default/rosa',
    ]);
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'plan', subjectId: plan.id },
    });
    expect(items[0]).toMatchObject({
      action: 'plan.break-glass',
      actor: 'user:default/nils',
      reason: 'Payments are down',
      change: { given: 0, required: 2, state: 'approved' },
    });
    const released = await portal.as('mia')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    expect(released.state).toBe('released');
  });

  it('[rule 4] is not for who had a part in the change, nor for who is not named', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    expect(await refusalOf(breakGlass('carla', plan))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    expect(await refusalOf(breakGlass('mia', plan))).toEqual({
      status: 403,
      code: 'not-a-glass-breaker',
    });
    expect(await refusalOf(breakGlass('ada', plan))).toEqual({ status: 403, code: 'not-allowed' });
  });

  it('[rule 3] is voided by a material edit, and refused on what was not seen', async () => {
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    await breakGlass('nils', plan);
    await editDraftOf(portal, 'carla', offer.id, cheaper);
    const now = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(now).toMatchObject({ state: 'submitted', approval: { outcome: 'open' } });
    expect(now.approval.breakGlass).toBeUndefined();
    expect(await refusalOf(breakGlass('nils', plan))).toEqual({
      status: 409,
      code: 'content-changed',
    });
  });

  it('[rule 4] counts no more when who gave it edits, be it only words', async () => {
    const offer = await aDraft(portal);
    const plan = await aSubmittedPlan(portal, offer);
    await breakGlass('ravi', plan);
    await editDraftOf(portal, 'ravi', offer.id, {
      information: { title: 'Words', summary: 'Mine', category: 'storage' },
    });
    const now = await portal.as('carla')('getPlan', { params: { id: plan.id } });
    expect(now).toMatchObject({ state: 'submitted', approval: { outcome: 'open' } });
  });

  it('[rule 5] answers a repeated request with the first answer', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    const key = randomUUID();
    const first = await breakGlass('nils', plan, key);
    expect(await breakGlass('nils', plan, key)).toEqual(first);
    expect(await refusalOf(breakGlass('nils', plan))).toMatchObject({ code: 'not-open' });
  });

  it('leaves nothing to decide', async () => {
    const plan = await aSubmittedPlan(portal, await aDraft(portal));
    await breakGlass('nils', plan);
    expect(await refusalOf(decideOn(portal, 'mia', plan))).toMatchObject({ code: 'not-open' });
  });
});
