import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { completeContent } from '../__testUtils__/stories';
import { ownPostgres, OwnPostgres } from './__testUtils__/races/ownPostgres';
import { keepResult, proofRuns, proofSeed } from './__testUtils__/runs';

const seed = proofSeed();
const SHORT = 1;
const rounds = proofRuns({ short: SHORT });
/** How long the database is gone, in milliseconds: the long form takes it away for as long as R8 says. */
const GONE = rounds > SHORT ? [200, 2_000, 10_000, 60_000] : [300];
const PEOPLE = 6;

/** Where a server can be started: the tests of PostgreSQL have one too. */
const describeThere = databaseKinds.includes('pg') ? describe : describe.skip;

describeThere('a database server that stops and comes back', () => {
  let server: OwnPostgres;
  let replicas: TestPortal[] = [];
  const counted = { restarts: 0, requests: 0, unanswered: 0, changes: 0 };
  /** what was answered while it was gone, by status and code */
  const said = new Map<string, number>();

  beforeAll(async () => {
    server = await ownPostgres();
    const { database } = server;
    const first = await aPortal('pg', { database });
    replicas = [first, await aPortal('pg', { database, clock: first.clock })];
    for (const { ctx, clock } of replicas) ctx.db.now = async () => clock.now().toISOString();
  }, 300_000);
  afterAll(async () => {
    keepResult('R2 restarts', { seed, replicas: replicas.length, ...counted });
    for (const portal of replicas) await portal.stop();
    for (const { ctx } of replicas) await ctx.db.knex.destroy();
    await server.database.destroy();
  });

  /** Asks until there is an answer, each time of another replica; what nobody answered is asked for with the same key. */
  async function answered<T>(ask: (portal: TestPortal) => Promise<T>): Promise<T> {
    for (let turn = counted.requests; ; turn += 1) {
      const portal = replicas[turn % replicas.length];
      if (!portal) throw new Error('There is no replica to ask');
      counted.requests += 1;
      try {
        return await ask(portal);
      } catch (error) {
        const { status, code } = error as { status?: number; code?: string };
        if (status !== undefined && status < 500) throw error;
        counted.unanswered += 1;
        const what = `${status ?? 'none'} ${code ?? ''}`.trim();
        said.set(what, (said.get(what) ?? 0) + 1);
        await setTimeout(50);
      }
    }
  }

  /** Somebody makes an offer, plans it, has it approved and releases it. */
  async function someoneWorks(): Promise<{ offerId: string; planId: string }> {
    const keys = {
      draft: randomUUID(),
      plan: randomUUID(),
      decide: randomUUID(),
      release: randomUUID(),
    };
    const name = `offer-${randomUUID()}`;
    const body = {
      name,
      interaction: 'provision' as const,
      owner: 'group:default/operations',
      content: completeContent(),
    };
    const offer = await answered(portal =>
      portal.as('carla')('createOffer', { body, idempotencyKey: keys.draft }),
    );
    const asked = {
      scenario: 'new' as const,
      offerIds: [offer.id],
      release: { local: '2026-12-10T09:00', zone: 'UTC' },
    };
    const { id, revision } = await answered(portal =>
      portal.as('carla')('createPlan', { body: asked, idempotencyKey: keys.plan }),
    );
    // It names no key: who heard nothing looks whether it was done.
    const params = { id };
    await answered(async portal => {
      const plan = await portal.as('carla')('getPlan', { params });
      if (plan.state === 'draft') await portal.as('carla')('submitPlan', { params, revision });
    });
    const { contentHash } = await answered(portal => portal.as('carla')('getPlan', { params }));
    await answered(portal =>
      portal.as('mia')('decide', {
        params,
        body: { verdict: 'approve', contentHash },
        idempotencyKey: keys.decide,
      }),
    );
    await answered(portal =>
      portal.as('carla')('releasePlan', {
        params,
        body: { contentHash },
        idempotencyKey: keys.release,
      }),
    );
    counted.changes += 5;
    return { offerId: offer.id, planId: id };
  }

  async function logOf(subjectId: string): Promise<string[]> {
    const { items } = await answered(portal =>
      portal.as('carla')('audit', { query: { subjectId, limit: 100 } }),
    );
    return items.map(({ action }) => action).reverse();
  }

  test.each(Array.from({ length: rounds }, (_, round) => round))(
    `[rules 5 and 6] loses nothing that was answered, says what is wrong, and goes on by itself (round %i, seed ${seed})`,
    async round => {
      const going = Promise.all(Array.from({ length: PEOPLE }, someoneWorks));
      await setTimeout((seed + round * 97) % 400);
      await server.restart(GONE[round % GONE.length] ?? 300);
      counted.restarts += 1;
      for (const { offerId, planId } of await going) {
        expect(await logOf(offerId)).toEqual(['offer.create', 'offer.publish']);
        expect((await logOf(planId)).filter(action => action !== 'plan.tell')).toEqual([
          'plan.create',
          'plan.submit',
          'plan.approve',
          'plan.implement',
          'plan.make-ready',
          'plan.release',
        ]);
      }
      const { whole } = await answered(portal => portal.as('carla')('checkAudit', {}));
      expect(whole).toBe(true);
      expect([...said.keys()].filter(what => what !== '503 unavailable')).toEqual([]);
    },
    600_000,
  );
});
