import { setTimeout } from 'node:timers/promises';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import {
  AskedChanges,
  aDraft,
  anApprovedPlan,
  aPublishedOffer,
  aReleasedChange,
  aSubmittedChange,
  editDraftOf,
} from '../__testUtils__/stories';
import { AFTER, category } from './__testUtils__/changes';
import { seedsFor, seedStructure } from './seed';
import { selectStructureChanges } from './store';

const outcomes = async (calls: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(calls);
  return settled.map(({ status }) => status).sort();
};

describe.each(databaseKinds)('changes of the structure at once on %s', kind => {
  let portal: TestPortal;
  let other: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
    other = await aPortal(kind, { database: portal.database, clock: portal.clock });
  });
  afterEach(async () => {
    await other.stop();
    await portal.stop();
  });

  const approved = async (changes: AskedChanges, local?: string) => {
    const plan = await aSubmittedChange(portal, changes, local);
    const body = { verdict: 'approve' as const, contentHash: plan.contentHash };
    await portal.as('mia')('decide', { params: { id: plan.id }, body });
    return plan;
  };
  const release = (by: TestPortal, { id, contentHash }: { id: string; contentHash: string }) =>
    by.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
  const kinds = async () =>
    (await selectStructureChanges(portal.ctx.db.knex)).map(
      ({ change }) => `${change.kind} ${change.target}`,
    );

  it('[rule 5] are released once, however many replicas are asked', async () => {
    const plan = await approved([category('data')]);
    const asked = [portal, other, portal, other].map(by => release(by, plan));
    expect(await outcomes(asked)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect((await kinds()).filter(each => each === 'category-create data')).toHaveLength(1);
  });

  it('[rule 7] of two plans that cannot both hold, one takes effect and the other is told so', async () => {
    // Both were asked for before either knew of the other, as two replicas at once would let them.
    const retire = await approved([{ kind: 'category-retire', target: 'storage', body: {} }]);
    const below = await portal.as('carla')('createPlan', {
      body: {
        scenario: 'change',
        title: 'Below',
        changes: [category('files', { parent: 'storage' })],
        release: { local: '2026-12-12T09:00', zone: 'UTC' },
      },
    });
    await portal.ctx.db.knex('plans').where({ id: retire.id }).update({ state: 'draft' });
    const { contentHash } = await portal.as('carla')('submitPlan', {
      params: { id: below.id },
      revision: below.revision,
    });
    await portal.as('mia')('decide', {
      params: { id: below.id },
      body: { verdict: 'approve', contentHash },
    });
    await portal.ctx.db.knex('plans').where({ id: retire.id }).update({ state: 'approved' });
    const calls = [release(portal, retire), release(other, { id: below.id, contentHash })];
    const states = await outcomes(calls);
    expect(states).toContain('rejected');
    const known = await kinds();
    expect(
      known.includes('category-retire storage') && known.includes('category-create files'),
    ).toBe(false);
  });

  it('[rule 14] never retire a category into which an offer is released meanwhile', async () => {
    const information = { title: 'A bucket', summary: 'Files', category: 'storage', tags: [] };
    const offer = await anApprovedPlan(portal, await aDraft(portal, { information }));
    const retire = await approved([{ kind: 'category-retire', target: 'storage', body: {} }]);
    const states = await outcomes([release(portal, offer), release(other, retire)]);
    expect(states).toEqual(['fulfilled', 'rejected']);
  });

  /** An offer that left the category with its second version: the first one could come back. */
  const aMovedOffer = async () => {
    const content = (name: string) => ({
      information: { title: 'A bucket', summary: 'Files', category: name, tags: [] },
    });
    const { id } = await aPublishedOffer(portal, content('storage'));
    portal.clock.set(AFTER);
    await portal.as('carla')('startNextVersion', { params: { id }, body: {} });
    const next = await editDraftOf(portal, 'carla', id, content('databases'));
    await release(portal, await anApprovedPlan(portal, next));
    const rollBack = () =>
      other.as('carla')('rollBackOffer', {
        params: { id },
        body: { version: 1, reason: 'The second one fails' },
      });
    return { id, rollBack };
  };
  const retirement: AskedChanges = [{ kind: 'category-retire', target: 'storage', body: {} }];

  it('[rule 14] never bring a version back into a category that another replica has just retired', async () => {
    const { rollBack } = await aMovedOffer();
    const retire = await approved(retirement);
    // It knows the structure as it was a moment ago.
    await other.as('carla')('categories', {});
    await release(portal, retire);
    await expect(rollBack()).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('[rule 14] never bring a version back into a category that is retired meanwhile', async () => {
    const { rollBack } = await aMovedOffer();
    const retire = await approved(retirement);
    const states = await outcomes([rollBack(), release(portal, retire)]);
    expect(states).toEqual(['fulfilled', 'rejected']);
  });

  it('[rule 7] never bring a version back into a category that will be retired', async () => {
    const { id, rollBack } = await aMovedOffer();
    await aReleasedChange(portal, retirement, '2026-12-20T09:00');
    await expect(rollBack()).rejects.toMatchObject({ code: 'wrong-state' });
    const query = { act: 'roll-back' as const, version: 1 };
    const preview = await portal.as('carla')('previewAct', { params: { id }, query });
    expect(preview).toMatchObject({ possible: false, refusal: expect.stringMatching(/ends on/) });
  });

  it('[rule 7] never release a version, or move an offer, into a category that will be retired', async () => {
    const office: AskedChanges = [
      {
        kind: 'catalogue-create',
        target: 'office',
        body: { title: 'Office', owner: 'group:default/operations' },
      },
      category('desks', { catalogue: 'office' }),
    ];
    await aReleasedChange(portal, office, '2026-12-01T09:00');
    const desks: AskedChanges[number] = { kind: 'category-retire', target: 'desks', body: {} };
    await aReleasedChange(portal, [...retirement, desks], '2026-12-20T09:00');
    const information = { title: 'A bucket', summary: 'Files', category: 'storage', tags: [] };
    const offer = await aDraft(portal, { information });
    const refused = { code: 'gate-not-met', message: expect.stringMatching(/^Not complete yet/) };
    await expect(anApprovedPlan(portal, offer)).rejects.toMatchObject(refused);
    const until = '2026-12-20T09:00:00.000Z';
    await anApprovedPlan(portal, await aDraft(portal, { information, validity: { until } }));
    const { id: target } = await aPublishedOffer(portal);
    const move = { catalogue: 'office', category: 'desks' };
    const moving = approved([{ kind: 'offer-move', target, body: move }]);
    await expect(moving).rejects.toMatchObject(refused);
  });

  it('[rule 6] take effect with the offers of their plan, or neither does', async () => {
    const information = { title: 'Graph', summary: 'A graph', category: 'graphs', tags: [] };
    const { id: offerId } = await aDraft(portal, { information }, 'graph');
    const carla = portal.as('carla');
    const made = await carla('createPlan', {
      body: {
        scenario: 'new',
        offerIds: [offerId],
        changes: [category('graphs', { parent: 'databases' })],
        release: { local: '2026-12-10T09:00', zone: 'UTC' },
      },
    });
    const params = { id: made.id };
    const { contentHash } = await carla('submitPlan', { params, revision: made.revision });
    const body = { contentHash };
    await portal.as('mia')('decide', { params, body: { ...body, verdict: 'approve' } });
    const whole = portal.ctx.db.knex;
    await whole.schema.renameTable('structure_changes', 'away');
    await expect(release(other, { id: made.id, contentHash })).rejects.toBeDefined();
    await whole.schema.renameTable('away', 'structure_changes');
    expect((await carla('getPlan', { params })).state).toBe('approved');
    expect((await carla('getOffer', { params: { id: offerId } })).versions).toEqual([]);
    await release(portal, { id: made.id, contentHash });
    portal.clock.set('2026-12-10T08:59:59.999Z');
    const listed = async () =>
      (await portal.as('ada')('browseOffers', { query: { category: 'databases' } })).items.length;
    const named = async () => (await portal.as('ada')('categories', {})).items.map(({ id }) => id);
    expect([await listed(), await named()]).toEqual([0, ['databases', 'storage']]);
    portal.clock.set(AFTER);
    expect([await listed(), await named()]).toEqual([1, ['databases', 'graphs', 'storage']]);
  });

  it('are seen by other replicas a moment later', async () => {
    await aPublishedOffer(portal);
    portal.clock.set(AFTER);
    const below = async (by: TestPortal) =>
      (await by.as('ada')('categories', {})).items.map(({ id }) => id);
    expect(await below(other)).toEqual(['databases', 'storage']);
    await aReleasedChange(portal, [category('data')]);
    expect(await below(portal)).toEqual(['data', 'databases', 'storage']);
    await setTimeout(1_050);
    expect(await below(other)).toEqual(['data', 'databases', 'storage']);
  });

  it('[rule 5] are brought in from the configuration once, and plans have the last word', async () => {
    const before = await kinds();
    await Promise.all([seedStructure(portal.ctx), seedStructure(other.ctx)]);
    expect(await kinds()).toEqual(before);
    await aReleasedChange(
      portal,
      [
        { kind: 'category-change', target: 'databases', body: { title: 'Relational' } },
        { kind: 'category-retire', target: 'storage', body: {} },
      ],
      '2026-12-02T09:00',
    );
    portal.clock.set('2026-12-03T00:00:00.000Z');
    const known = await selectStructureChanges(portal.ctx.db.knex);
    const now = '2026-12-03T00:00:00.000Z';
    const configured = [
      { id: 'databases', title: 'Another' },
      { id: 'storage', title: 'Storage' },
      { id: 'graphs', title: 'Graphs', parent: 'databases' },
    ];
    const seeds = seedsFor(known, configured, now);
    expect(seeds).toMatchObject([
      { from: now, change: { kind: 'category-create', target: 'graphs' } },
    ]);
    const untouched = known.filter(({ planId }) => planId === undefined);
    expect(seedsFor(untouched, configured, now)).toMatchObject([
      { from: now, change: { kind: 'category-change', target: 'databases' } },
      { from: now, change: { kind: 'category-create', target: 'graphs' } },
    ]);
  });
});
