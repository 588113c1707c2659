import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aPublishedOffer, completeContent } from '../__testUtils__/stories';
import { rebuildHealth } from '../catalogue/rebuild';

const untrained = { knowledge: { runbooks: [{ title: 'Connect', url: 'https://r.test' }] } };
const WAIVED = '2026-12-20T00:00:00.000Z';
const LATER = '2027-01-10T00:00:00.000Z';

describe.each(databaseKinds)('the managers find live offers by their health on %s', kind => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await aPortal(kind);
  });
  afterEach(() => portal.stop());

  const below = async (healthBelow: number, more: object = {}, who = 'carla') => {
    const { items } = await portal.as(who)('listOffers', { query: { healthBelow, ...more } });
    return items.map(({ name }) => name);
  };
  const waive = (id: string, until: string, criterion: 'knowledge' | 'training') =>
    portal.as('ravi')('grantWaiver', {
      params: { id },
      body: { criterion, reason: 'The writer is ill', until },
    });

  it('at each instant as the page of the offer says it, whatever has turned it', async () => {
    const offer = await aDraft(portal, untrained, 'untrained');
    const { id } = offer;
    await waive(id, WAIVED, 'knowledge');
    await waive(id, WAIVED, 'training');
    const plan = await anApprovedPlan(portal, offer);
    await portal.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    await aPublishedOffer(portal, {}, { name: 'sound' });
    expect(await below(100)).toEqual([]);
    portal.clock.set('2026-12-19T23:59:59.999Z');
    expect(await below(100)).toEqual([]);
    portal.clock.set(WAIVED);
    const { health } = await portal.as('carla')('getOffer', { params: { id } });
    const percent = health?.percent ?? 0;
    expect(percent).toBeLessThan(100);
    expect(await below(100)).toEqual(['untrained']);
    expect(await below(percent + 1)).toEqual(['untrained']);
    expect(await below(percent)).toEqual([]);
    expect(await below(100, { q: 'postgresql' })).toEqual(['untrained']);
    expect(await below(100, { state: 'ended' })).toEqual([]);
    expect(await below(100, {}, 'ada')).toEqual([]);

    await portal.ctx.db.knex('health_spans').delete();
    await portal.ctx.db.knex('health_state').update({ version: 0, rebuilt_to: '' });
    await Promise.all([rebuildHealth(portal.ctx), rebuildHealth(portal.ctx)]);
    expect(await below(100)).toEqual(['untrained']);

    await waive(id, LATER, 'knowledge');
    const both = await waive(id, LATER, 'training');
    expect(await below(100)).toEqual([]);
    const knowledge = both.waivers.find(
      ({ criterion, until }) => criterion === 'knowledge' && until === LATER,
    );
    await portal.as('ravi')('revokeWaiver', {
      params: { id, waiver: knowledge?.id ?? '' },
      body: { reason: 'Back again' },
    });
    expect(await below(100)).toEqual(['untrained']);
    portal.clock.set(LATER);
    expect(await below(percent + 1)).toEqual(['untrained']);
  });

  it('and of none is the owner taken away while its next version is written', async () => {
    const { id } = await aPublishedOffer(portal, {}, { name: 'owned' });
    portal.clock.set('2026-12-15T00:00:00.000Z');
    const carla = portal.as('carla');
    const next = await carla('startNextVersion', { params: { id }, body: {} });
    expect(await below(100)).toEqual([]);
    expect(
      await refusalOf(
        carla('putDraft', {
          params: { id },
          revision: next.revision,
          body: { content: completeContent() },
        }),
      ),
    ).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(await below(100)).toEqual([]);
  });
});
