import fc from 'fast-check';
import { aPortal, TestClock, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';
import { proofKinds } from './__testUtils__/kinds';
import { keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const HOUR = 3_600;
const START = Date.parse('2026-12-09T00:00:00.000Z');
const seed = proofSeed();
const runs = proofRuns({ short: 2 });

/** How the clock of a machine may move: on, back when it is set right, ahead after a sleep. */
const moves = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 * HOUR }) },
    { weight: 2, arbitrary: fc.integer({ min: -2 * HOUR, max: -1 }) },
    { weight: 1, arbitrary: fc.constantFrom(26 * HOUR, -2 * HOUR, 0) },
  ),
  { minLength: 15, maxLength: 25 },
);

const at = (hours: number) => new Date(START + hours * HOUR * 1000).toISOString();
const localOf = (instant: string) => instant.slice(0, 16);

/** When the offers of the proof begin and end, in hours after the start. */
const windows = [
  { from: 1, until: 90 },
  { from: 2, until: 3 },
  { from: 7, until: undefined },
  { from: 24, until: 25 },
  { from: 26, until: 60 },
  { from: 40, until: undefined },
];

describe.each(proofKinds)('a clock that jumps, on %s', kind => {
  let portal: TestPortal;
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    portal = await aPortal(kind, { clock, inProcess: true });
    // On PostgreSQL the server's clock decides; here it is the one that jumps.
    portal.ctx.db.now = async () => clock.now().toISOString();
  });
  afterEach(() => portal.stop());

  /** Sends what is due, as the bot would, and says the keys of the announcements. */
  async function sendDue(): Promise<string[]> {
    const { deliveries } = await portal.bot('claimDeliveries', {
      body: { worker: 'proof', limit: 50, leaseSeconds: 60 },
    });
    for (const { id, token } of deliveries) {
      await portal.bot('settleDelivery', {
        params: { id },
        body: { token, outcome: { result: 'sent', channel: 'C0OFFERS0', ts: id } },
      });
    }
    return deliveries
      .filter(({ body, target }) => body.kind === 'announcement' && target.kind === 'channel')
      .map(({ key }) => key);
  }

  async function plant(): Promise<Map<string, (typeof windows)[number]>> {
    clock.set('2026-12-01T09:00:00.000Z');
    const planted = new Map<string, (typeof windows)[number]>();
    for (const [index, window] of windows.entries()) {
      const { name } = await aPublishedOffer(
        portal,
        {
          access: {
            see: { allow: ['group:default/engineers'] },
            order: { allow: ['group:default/engineers'] },
          },
          ...(window.until === undefined ? {} : { validity: { until: at(window.until) } }),
        },
        { name: `offer-${index}`, local: localOf(at(window.from)) },
      );
      planted.set(name, window);
    }
    clock.set(at(0));
    return planted;
  }

  test.each(
    fc.sample(moves, { numRuns: runs, seed }).map((jumps, index) => [index, jumps] as const),
  )(
    `[rule 13] activates and announces each offer once, whatever the clock does (seed ${seed}, walk %i)`,
    async (_index, jumps) => {
      const planted = await plant();
      const announced: string[] = [];
      for (const jump of [...jumps, 100 * HOUR]) {
        clock.pass(jump);
        const now = clock.now().toISOString();
        const { items } = await portal.as('ada')('browseOffers', { query: { limit: 100 } });
        // What is offered follows from the instant alone: a jump back closes, a jump ahead opens, and none is skipped.
        expect(items.map(({ name }) => name).sort()).toEqual(
          [...planted]
            .filter(
              ([, { from, until }]) => at(from) <= now && (until === undefined || now < at(until)),
            )
            .map(([name]) => name)
            .sort(),
        );
        for (let batch = await sendDue(); batch.length > 0; batch = await sendDue()) {
          announced.push(...batch);
        }
      }
      expect(new Set(announced).size).toBe(announced.length);
      const states = await portal.ctx.db
        .knex('deliveries')
        .where({ kind: 'announcement', target_kind: 'channel' })
        .select('key', 'state');
      expect(states).toHaveLength(windows.length);
      // Sent, or withheld where the offer had ended before anybody could hear of it.
      expect(
        states
          .filter(({ state }) => state === 'sent')
          .map(({ key }) => key)
          .sort(),
      ).toEqual(announced.filter(key => key.includes(':available:')).sort());
      expect(states.filter(({ state }) => state !== 'sent' && state !== 'withheld')).toEqual([]);
      const audit = await portal.ctx.db.knex('audit').where({ action: 'offer.publish' });
      expect(audit).toHaveLength(windows.length);
      keepResult('R7', { kind, seed, jumps: jumps.length, announced: announced.length });
    },
    600_000,
  );

  test('[rule 13] a claim survives a jump back, and is nobody else’s after it', async () => {
    await plant();
    clock.set(at(8));
    const claim = () =>
      portal.bot('claimDeliveries', { body: { worker: 'proof', limit: 50, leaseSeconds: 60 } });
    const first = (await claim()).deliveries;
    clock.pass(-2 * HOUR);
    const again = (await claim()).deliveries.map(({ id }) => id);
    expect(first.filter(({ id }) => again.includes(id))).toEqual([]);
    clock.pass(26 * HOUR);
    const later = (await claim()).deliveries;
    const twice = later.filter(({ id }) => first.some(known => known.id === id));
    // What comes again says that it may have been posted, so that it is looked up before it is posted again.
    expect(twice.every(({ mayHavePosted }) => mayHavePosted)).toBe(true);
  });
});
