import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestClock, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  anApprovedPlan,
  aSubmittedPlan,
  cheaper,
  decideOn,
  editDraftOf,
} from '../__testUtils__/stories';

describe.each(databaseKinds)('the Implement stage on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind, {
      settings: { consumerManagers: ['group:default/payments-team', 'group:default/contractors'] },
    });
  });
  afterAll(() => portal.stop());

  const carla: TestPortal['as'] extends (name: string) => infer C ? C : never = (id, input) =>
    portal.as('carla')(id, input);
  const implement = ({ id, revision }: { id: string; revision: number }, implementers: string[]) =>
    carla('implementPlan', { params: { id }, revision, body: { implementers } });
  const ready = ({ id, revision }: { id: string; revision: number }) =>
    carla('readyPlan', { params: { id }, revision });
  const release = ({ id, contentHash }: { id: string; contentHash: string }) =>
    carla('releasePlan', { params: { id }, body: { contentHash } });
  const upcoming = async (id: string) => {
    const { deliveries } = await carla('getPlan', { params: { id } });
    return deliveries
      .filter(({ kind: what, target }) => what === 'announcement' && target.startsWith('user:'))
      .map(({ target }) => target)
      .sort();
  };

  it('goes from approved by way of implementing and ready to released', async () => {
    const approved = await anApprovedPlan(portal, await aDraft(portal));
    const implementing = await implement(approved, ['user:default/nils']);
    expect(implementing).toMatchObject({
      state: 'implementing',
      implementers: ['user:default/nils'],
      can: { makeReady: true, release: false },
    });
    expect(await refusalOf(release(implementing))).toEqual({ status: 409, code: 'wrong-state' });
    const done = await ready(implementing);
    expect(done).toMatchObject({ state: 'ready', can: { release: true } });
    expect((await release(done)).state).toBe('released');
    const { items } = await carla('audit', {
      query: { subjectKind: 'plan', subjectId: approved.id },
    });
    expect(items.map(({ action }) => action).slice(0, 3)).toEqual([
      'plan.release',
      'plan.make-ready',
      'plan.implement',
    ]);
  });

  it('[rule 4] lets nobody implement who approved it, and nobody approve who implements it', async () => {
    const offer = await aDraft(portal);
    const approved = await anApprovedPlan(portal, offer);
    await expect(implement(approved, ['user:default/mia'])).rejects.toMatchObject({
      status: 400,
      fields: [{ field: 'implementers.0' }],
    });
    await implement(approved, ['user:default/rosa']);
    await editDraftOf(portal, 'carla', offer.id, cheaper);
    const again = await carla('getPlan', { params: { id: approved.id } });
    expect(again.state).toBe('submitted');
    expect(await refusalOf(decideOn(portal, 'rosa', again))).toEqual({
      status: 403,
      code: 'author-cannot-decide',
    });
    expect((await decideOn(portal, 'mia', again)).state).toBe('approved');
  });

  it('[rule 4] counts who edits words of what is being implemented as its implementer', async () => {
    const offer = await aDraft(portal);
    const { id } = await implement(await anApprovedPlan(portal, offer), []);
    await editDraftOf(portal, 'nils', offer.id, {
      information: { title: 'Other words', summary: 'Still the same', category: 'databases' },
    });
    expect(await carla('getPlan', { params: { id } })).toMatchObject({
      state: 'implementing',
      implementers: ['user:default/nils'],
    });
  });

  it('refuses an implementer whom nobody knows, and a plan that is not approved', async () => {
    const approved = await anApprovedPlan(portal, await aDraft(portal));
    expect(await refusalOf(implement(approved, ['user:default/nobody']))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
    const submitted = await aSubmittedPlan(portal, await aDraft(portal));
    const wrong = { status: 409, code: 'wrong-state' };
    expect(await refusalOf(implement(submitted, []))).toEqual(wrong);
    expect(await refusalOf(ready(submitted))).toEqual(wrong);
  });

  it('[rule 14] is not ready while a reference does not resolve', async () => {
    const offer = await aDraft(portal, {
      product: { entities: [{ ref: 'component:default/gone', role: 'product' }] },
    });
    const implementing = await implement(await anApprovedPlan(portal, offer), []);
    await expect(ready(implementing)).rejects.toMatchObject({
      code: 'gate-not-met',
      fields: [{ field: 'content.product.entities' }],
    });
  });

  it('[rule 1] tells Operations and those Consumer managers who may see it, once it is approved', async () => {
    const submitted = await aSubmittedPlan(portal, await aDraft(portal));
    expect(await upcoming(submitted.id)).toEqual([]);
    const approved = await decideOn(portal, 'mia', submitted);
    expect(approved.toldFor).toBe(approved.releaseAt);
    // Otto is a manager of consumers too, and outside the audience.
    expect(await upcoming(approved.id)).toEqual(['user:default/ada', 'user:default/nils']);
  });

  it('[rule 1] says words and dates, and no price, cost or margin', async () => {
    // PostgreSQL claims by its own clock: what is due by that of the tests has to lie behind it.
    const fresh = await aPortal(kind, {
      clock: new TestClock(Date.parse('2026-11-20T09:00:00.000Z')),
      settings: { consumerManagers: ['group:default/payments-team'], announcementChannels: [] },
    });
    try {
      await anApprovedPlan(fresh, await aDraft(fresh));
      const { deliveries } = await fresh.bot('claimDeliveries', {
        body: { worker: 'test', limit: 50 },
      });
      const told = deliveries.flatMap(({ body }) =>
        body.kind === 'announcement' ? [body.announcement] : [],
      );
      expect(told).toHaveLength(2);
      expect(told[0]).toMatchObject({
        kind: 'upcoming',
        title: 'PostgreSQL for production',
        from: '2026-12-10T09:00:00.000Z',
        priceLists: [],
      });
      expect(JSON.stringify(told)).not.toMatch(/EUR|Licence|margin/i);
    } finally {
      await fresh.stop();
    }
  });

  it('[rule 5] tells a date once, and another date anew', async () => {
    const approved = await anApprovedPlan(portal, await aDraft(portal));
    const told = await carla('tellStakeholders', {
      params: { id: approved.id },
      revision: approved.revision,
    });
    expect(await upcoming(approved.id)).toHaveLength(2);
    const moved = await carla('patchPlan', {
      params: { id: approved.id },
      revision: told.revision,
      body: { release: { local: '2026-12-24T09:00', zone: 'UTC' } },
    });
    const preview = await carla('previewRelease', { params: { id: approved.id } });
    expect(preview.gates.flatMap(({ criteria }) => criteria)).toContainEqual(
      expect.objectContaining({ id: 'told', state: 'missing' }),
    );
    await decideOn(portal, 'mia', moved);
    expect(await upcoming(approved.id)).toHaveLength(4);
  });
});
