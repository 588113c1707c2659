import type { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, anApprovedPlan, aPublishedOffer } from '../__testUtils__/stories';

const PRODUCT = 'component:default/checkout-api';

describe.each(databaseKinds)('a report beside an act on what needs it, on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.clock.set('2026-12-01T09:00:00.000Z'));

  const needing = (version: string) => ({
    product: { entities: [], releases: [{ product: PRODUCT, version }] },
  });
  const report = (version: string) =>
    portal.pipeline('reportProductRelease', {
      body: { product: PRODUCT, version, status: 'deployed' },
    });
  /** The state that lists are made of, which is computed when something changes. */
  const listedState = async (id: string) => {
    const rows = await portal.ctx.db.knex('segments').where({ offer_id: id }).orderBy('position');
    return rows.at(-1)?.state;
  };
  /** Comes back once so many wait for a lock, or when they do not come to. */
  const waiting = async (many: number) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const { rows } = await portal.ctx.db.knex.raw<{ rows: unknown[] }>(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length >= many) return;
      await setTimeout(20);
    }
  };

  /** Lets one act run until it waits for a row that somebody else holds, then another one beside it. */
  async function beside(
    row: (tx: Knex.Transaction) => Knex.QueryBuilder,
    first: () => Promise<unknown>,
    second: () => Promise<unknown>,
  ): Promise<void> {
    // SQLite has one connection: whoever comes first has it to the end.
    if (kind !== 'pg') {
      await Promise.all([first(), second()]);
      return;
    }
    const holder = await portal.ctx.db.knex.transaction();
    await row(holder).forUpdate();
    const one = first();
    await waiting(1);
    const other = second();
    await Promise.race([other, waiting(2)]);
    await holder.rollback();
    await Promise.all([one, other]);
  }

  it('neither overtakes the other: what is suspended meanwhile stays suspended', async () => {
    const { id } = await aPublishedOffer(portal, needing('1.0'));
    portal.clock.set('2026-12-11T09:00:00.000Z');
    const suspend = () =>
      portal.as('nils')('suspendOffer', { params: { id }, body: { reason: 'It fails' } });
    await beside(
      tx => tx('segments').where({ offer_id: id }),
      () => report('1.0'),
      suspend,
    );
    expect(await listedState(id)).toBe('suspended');
    portal.clock.pass(60);
    await portal.as('nils')('resumeOffer', { params: { id }, body: { reason: 'Mended' } });
    expect(await listedState(id)).toBe('available');
  });

  it('none waits for the other in a circle', async () => {
    const { id } = await aPublishedOffer(portal, needing('3.0'));
    portal.clock.set('2026-12-11T09:00:00.000Z');
    await report('3.0');
    portal.clock.pass(60);
    const lost: unknown[] = [];
    const note = (error: { code?: unknown }) => lost.push(error.code);
    portal.ctx.db.knex.on('query-error', note);
    await beside(
      tx => tx('offers').where({ id }),
      () => portal.as('nils')('suspendOffer', { params: { id }, body: { reason: 'It fails' } }),
      () =>
        portal.pipeline('reportProductRelease', {
          body: { product: PRODUCT, version: '3.0', status: 'withdrawn' },
        }),
    );
    portal.ctx.db.knex.removeListener('query-error', note);
    expect(lost).toEqual([]);
    expect(await listedState(id)).toBe('suspended');
  });

  it('a first report reaches also what is being published while it comes', async () => {
    const { id, contentHash, offers } = await anApprovedPlan(
      portal,
      await aDraft(portal, needing('2.0')),
    );
    portal.clock.set('2026-12-11T09:00:00.000Z');
    const release = () =>
      portal.as('carla')('releasePlan', { params: { id }, body: { contentHash } });
    await beside(
      tx => tx('listing_state').where({ id: 1 }),
      release,
      () => report('2.0'),
    );
    expect(await listedState(offers[0]?.id ?? '')).toBe('available');
  });
});
