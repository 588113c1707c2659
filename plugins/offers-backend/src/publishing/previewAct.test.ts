import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import {
  aNextVersion,
  anApprovedPlan,
  aPublishedOffer,
  completeContent,
} from '../__testUtils__/stories';

const OPEN = '2026-12-11T09:00:00.000Z';
const reason = 'Orders fail';

describe.each(databaseKinds)('what an act on an offer would do on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.clock.set('2026-12-01T09:00:00.000Z'));

  const ask = (
    id: string,
    query: {
      act: 'suspend' | 'resume' | 'roll-back' | 'ring-promote' | 'terminate';
      version?: number;
      endsAt?: string;
      noticeAt?: string;
      releaseAt?: string;
    },
    who = 'nils',
  ) => portal.as(who)('previewAct', { params: { id }, query });

  it('says who is stopped from ordering, and suspends nothing', async () => {
    const { id, name } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const said = await ask(id, { act: 'suspend' });
    expect(said).toMatchObject({
      possible: true,
      name,
      ordering: { now: true, then: false },
      then: [{ state: 'suspended', version: 1, audience: { whom: 'all' } }],
      seenBy: [{ principal: 'group:default/engineers' }],
    });
    const { state } = await portal.as('nils')('getOfferLife', { params: { id } });
    expect(state).toBe('available');
    await portal.as('nils')('suspendOffer', { params: { id }, body: { reason } });
    const { segments } = await portal.as('nils')('getOfferLife', { params: { id } });
    expect(segments.at(-1)).toEqual(said.then.at(-1));
  });

  it('refuses in the words of the act itself', async () => {
    const { id } = await aPublishedOffer(portal);
    const early = await ask(id, { act: 'suspend' });
    expect(early).toMatchObject({ possible: false, ordering: { now: false, then: false } });
    const refused = await portal
      .as('nils')('suspendOffer', { params: { id }, body: { reason } })
      .catch(error => error.message);
    expect(early.refusal).toBe(refused);
  });

  it('says that the power is missing to whoever lacks it', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    expect(await ask(id, { act: 'roll-back' }, 'nils')).toMatchObject({ possible: false });
    const endsAt = '2027-03-01T09:00:00.000Z';
    expect(await ask(id, { act: 'terminate', endsAt }, 'nils')).toMatchObject({ possible: false });
    expect(await refusalOf(ask(id, { act: 'suspend' }, 'ada'))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });

  it('shows what a roll-back brings, as the roll-back then does', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const next = await aNextVersion(portal, { id });
    const plan = await anApprovedPlan(portal, next, '2026-12-20T09:00');
    await portal.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    portal.clock.set('2027-01-01T09:00:00.000Z');
    const said = await ask(id, { act: 'roll-back' }, 'mia');
    expect(said).toMatchObject({ possible: true, version: 1, ordering: { now: true, then: true } });
    const life = await portal.as('mia')('rollBackOffer', {
      params: { id },
      body: { version: 1, reason },
    });
    expect(life.segments.at(-1)).toEqual(said.then.at(-1));
    expect(life.segments.at(-1)?.version).toBe(3);
  });

  it('shows a ring that goes on, and who hears of it', async () => {
    const rings = [{ name: 'Payments', groups: ['group:default/payments-team'] }];
    const { id } = await aPublishedOffer(portal, {
      access: { ...completeContent().access, rings },
    });
    portal.clock.set(OPEN);
    const said = await ask(id, { act: 'ring-promote' }, 'mia');
    expect(said).toMatchObject({
      possible: true,
      version: 1,
      now: [{ state: 'canary' }],
      then: [{ state: 'available', audience: { whom: 'all' } }],
      announcements: [{ channel: 'C0OFFERS0', kind: 'available', at: OPEN }],
    });
  });

  it('shows when a termination is told and when it ends', async () => {
    const { id } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    const endsAt = '2027-03-01T09:00:00.000Z';
    const said = await ask(id, { act: 'terminate', endsAt, noticeAt: OPEN }, 'carla');
    expect(said.possible).toBe(true);
    expect(said.then.at(-1)).toMatchObject({ until: endsAt, state: 'ending' });
    expect(said.announcements.map(({ kind: told }) => told)).toEqual(['ending', 'ended']);
    // Where no notice is promised, it is told with the release of the plan, as the plan itself has it.
    const releaseAt = '2027-01-15T09:00:00.000Z';
    const planned = await ask(id, { act: 'terminate', endsAt, releaseAt }, 'carla');
    expect(planned.announcements).toMatchObject([{ at: releaseAt }, { at: endsAt }]);
    expect(
      await ask(id, { act: 'terminate', endsAt: '2026-12-01T00:00:00Z' }, 'carla'),
    ).toMatchObject({ possible: false, refusal: expect.stringContaining('past') });
    expect(await refusalOf(ask(id, { act: 'terminate' }, 'carla'))).toMatchObject({ status: 400 });
  });
});
