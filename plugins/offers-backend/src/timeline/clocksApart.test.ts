import { DatabaseKind, databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestClock, TestPortal } from '../__testUtils__/portal';
import { anApprovedPlan, aPublishedOffer, cheaper, editDraftOf } from '../__testUtils__/stories';
import { recordTurns } from './recordTurns';

const PRODUCT = 'component:default/checkout-api';
const TIME = 'system:time';

/** Two replicas, each with a clock of its own; of SQLite one process, whose clock is set right in between. */
async function twoOf(kind: DatabaseKind) {
  const first = await aPortal(kind);
  const { database } = first;
  const second =
    kind === 'pg' ? await aPortal(kind, { database, clock: new TestClock() }) : undefined;
  return { first, second: second ?? first };
}

describe.each(databaseKinds)('[rule 12] replicas whose clocks are apart, on %s', kind => {
  let first: TestPortal;
  let second: TestPortal;
  let right: number;
  const now = async () => new Date(right).toISOString();
  beforeAll(async () => {
    ({ first, second } = await twoOf(kind));
    // The clock that replicas share is right.
    for (const { ctx } of [first, second]) jest.spyOn(ctx.db, 'now').mockImplementation(now);
  });
  afterAll(async () => {
    if (second !== first) await second.stop();
    await first.stop();
  });

  const at = (instant: string) => {
    right = Date.parse(instant);
  };
  /** A replica whose clock is so many seconds ahead of the right one, or behind. */
  const replica = (portal: TestPortal, seconds: number) => {
    portal.clock.set(new Date(right + seconds * 1000).toISOString());
    return portal;
  };
  const logOf = async (subjectId: string) => {
    const { items } = await first.as('carla')('audit', { query: { subjectId } });
    const log = [...items].sort((a, b) => a.seq - b.seq);
    return log
      .map(({ action, actor }) => `${actor} ${action}`)
      .filter(entry => /system:time|suspend|resume|review/.test(entry));
  };
  const reason = 'Orders fail';
  const published = async (changes: Parameters<typeof aPublishedOffer>[1] = {}) => {
    at('2026-12-01T09:00:00.000Z');
    replica(second, 0);
    return aPublishedOffer(replica(first, 0), changes);
  };

  it.each([20, 600])(
    'what an act did stands once in the log, also where the next act comes %i s earlier by its clock',
    async apart => {
      const { id } = await published();
      const params = { id };
      at('2026-12-10T10:00:00.000Z');
      await recordTurns(first.ctx);
      const nils = replica(first, apart).as('nils');
      const { suspensions } = await nils('suspendOffer', { params, body: { reason } });
      at('2026-12-10T10:00:05.000Z');
      await replica(second, 0).as('carla')('reviewSuspension', {
        params: { id, suspension: suspensions.at(-1)?.id ?? '' },
        body: { review: 'It was right' },
      });
      at('2026-12-10T11:00:00.000Z');
      await recordTurns(second.ctx);
      expect(await logOf(id)).toEqual([
        `${TIME} offer.available`,
        'user:default/nils offer.suspend',
        'user:default/carla offer.review-suspension',
      ]);
    },
  );

  const LATER = '2026-12-10T10:01:00.000Z';

  it('an offer is suspended once, whichever clock comes first, and resumed', async () => {
    const { id } = await published();
    const params = { id };
    at('2026-12-10T10:00:00.000Z');
    await recordTurns(first.ctx);
    await replica(first, 20).as('nils')('suspendOffer', { params, body: { reason } });
    at('2026-12-10T10:00:05.000Z');
    const again = replica(second, 0).as('carla')('suspendOffer', { params, body: { reason } });
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
    await replica(second, 0).as('carla')('resumeOffer', { params, body: { reason } });
    at(LATER);
    const { state } = await replica(second, 0).as('carla')('getOfferLife', { params });
    expect([state, ...(await logOf(id))]).toEqual([
      'available',
      `${TIME} offer.available`,
      'user:default/nils offer.suspend',
      'user:default/carla offer.resume',
    ]);
  });

  it('what somebody does with a ring counts, also where it comes before the last act by their clock', async () => {
    const { id } = await published({
      access: {
        see: { allow: ['group:default/engineers'] },
        order: { allow: ['group:default/engineers'] },
        rings: [
          { name: 'First', groups: ['group:default/payments-team'] },
          { name: 'Second', groups: ['group:default/operations'], holdHours: 1 },
        ],
      },
    });
    at('2026-12-10T10:00:00.000Z');
    const params = { id, number: '1' };
    await replica(first, 20).as('nils')('actOnRing', { params, body: { act: 'promote', reason } });
    at('2026-12-10T10:00:05.000Z');
    await replica(second, 0).as('carla')('actOnRing', { params, body: { act: 'hold', reason } });
    at(LATER);
    const { rings } = await replica(second, 0).as('carla')('getOfferLife', { params: { id } });
    expect(rings[0]?.stages.at(-1)).toMatchObject({ ring: 'Second', held: true });
  });

  it('what was released a moment ago is taken back, also by a clock to which it has not begun', async () => {
    const { id } = await published();
    const params = { id };
    at('2026-12-10T10:00:00.000Z');
    const ahead = replica(first, 20);
    await ahead.as('carla')('startNextVersion', { params, body: {} });
    const next = await editDraftOf(ahead, 'carla', id, cheaper);
    const plan = await anApprovedPlan(ahead, next, '2026-12-10T10:00');
    await ahead.as('carla')('releasePlan', {
      params: { id: plan.id },
      body: { contentHash: plan.contentHash },
    });
    at('2026-12-10T10:00:05.000Z');
    const body = { version: 1, reason };
    await replica(second, 0).as('carla')('rollBackOffer', { params, body });
    at(LATER);
    const life = await replica(second, 0).as('carla')('getOfferLife', { params });
    expect(life.segments.at(-1)).toMatchObject({ version: 3, state: 'available' });
  });

  it.each([20, 600])(
    'what time did stands once in the log, also where an act comes %i s before it by its clock',
    async apart => {
      const version = `1.${apart}`;
      const release = { product: PRODUCT, version };
      const report = (status: 'deployed' | 'withdrawn', portal: TestPortal) =>
        portal.pipeline('reportProductRelease', { body: { ...release, status } });
      const { id } = await published({ product: { entities: [], releases: [release] } });
      await report('deployed', first);
      at('2026-12-10T09:00:01.000Z');
      await recordTurns(first.ctx);
      await report('withdrawn', replica(second, -apart));
      at('2026-12-10T11:00:00.000Z');
      await recordTurns(first.ctx);
      expect(await logOf(id)).toEqual([`${TIME} offer.available`]);
    },
  );
});
