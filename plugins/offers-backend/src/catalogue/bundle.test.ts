import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aDraft,
  aNextVersion,
  aPublishedOffer,
  completeContent,
  decideOn,
} from '../__testUtils__/stories';

const NOW = '2026-12-01T09:00';

describe.each(databaseKinds)('the page of a bundle on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  async function published(memberIds: readonly string[]): Promise<string> {
    const [first, second] = memberIds.map((offerId, at) => ({ key: `step-${at}`, offerId }));
    const { id, name } = await aDraft(portal, {
      bundle: {
        steps: [
          ...(first ? [first] : []),
          ...(second ? [{ ...second, optional: true, after: ['step-0'] }] : []),
        ],
      },
      pricing: { marginFloorPercent: '1' },
    });
    const carla = portal.as('carla');
    const plan = await carla('createPlan', {
      body: { scenario: 'bundle', offerIds: [id], release: { local: NOW, zone: 'UTC' } },
    });
    const asked = await carla('submitPlan', { params: { id: plan.id }, revision: plan.revision });
    const { contentHash } = await decideOn(portal, 'mia', asked);
    await carla('releasePlan', { params: { id: plan.id }, body: { contentHash } });
    return name;
  }

  it('[rule 1] tells nothing of a member that its reader may not see', async () => {
    const open = await aPublishedOffer(portal, {}, { local: NOW });
    const hidden = await aPublishedOffer(
      portal,
      { access: { ...completeContent().access, see: { allow: ['group:default/operations'] } } },
      { local: NOW },
    );
    const name = await published([hidden.id, open.id]);
    const page = await portal.as('ada')('offerPage', { params: { name } });
    expect(page.content.bundle?.steps).toEqual([
      expect.objectContaining({ offerId: open.id, after: [] }),
    ]);
    expect(JSON.stringify(page)).not.toContain(hidden.id);
    const whole = await portal.as('carla')('offerPage', { params: { name } });
    expect(whole.content.bundle?.steps).toHaveLength(2);
  });

  it('[rule 8] says that it cannot be ordered while a member asks for more than it tells it', async () => {
    const member = await aPublishedOffer(portal, {}, { local: NOW });
    const name = await published([member.id]);
    const options = {
      schema: { type: 'object', properties: { size: { type: 'string' } }, required: ['size'] },
    };
    const next = await aNextVersion(portal, member, { options });
    const carla = portal.as('carla');
    const plan = await carla('createPlan', {
      body: { scenario: 'change', offerIds: [next.id], release: { local: NOW, zone: 'UTC' } },
    });
    const asked = plan.gate.criteria.find(({ id }) => id === 'breaks-bundles');
    expect(asked).toMatchObject({
      state: 'missing',
      remedy: expect.stringContaining('PostgreSQL'),
    });
    // As one that was released before the gate asked for it.
    await portal.ctx.db
      .knex('offer_versions')
      .where({ offer_id: member.id, number: 2 })
      .update({
        ...{ status: 'published', valid_from: '2026-12-01T09:00:00.000Z' },
        ...{ published_at: '2026-12-01T09:00:00.000Z', published_by: 'user:default/carla' },
      });
    const { explanation } = await portal.as('ada')('explainOffer', { params: { name } });
    expect(explanation.orderable.answer).toBe(false);
    expect(explanation.orderable.reasons.at(-1)?.sentence).toMatch(/^A member asks for more/);
  });

  it('[rule 8] can be ordered only while a member can that it cannot do without', async () => {
    const member = await aPublishedOffer(portal, {}, { local: NOW });
    const name = await published([member.id]);
    const orderable = async () =>
      (await portal.as('ada')('explainOffer', { params: { name } })).explanation.orderable.answer;
    expect(await orderable()).toBe(true);
    await portal.as('nils')('suspendOffer', {
      params: { id: member.id },
      body: { reason: 'Orders fail' },
    });
    expect(await orderable()).toBe(false);
    expect(await refusalOf(portal.as('otto')('offerPage', { params: { name } }))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });
});
