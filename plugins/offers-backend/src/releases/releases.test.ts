import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CallInput, deployedAt } from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, Caller, refusalOf, TestPortal } from '../__testUtils__/portal';
import { fullScan, queryPlan } from '../__testUtils__/queryPlan';
import { policyOf } from '../__testUtils__/services';
import { deploymentsOf } from './releases';
import { releasesQuery } from './store';

type Body = CallInput<'reportProductRelease'>['body'];

const product = 'component:default/checkout-api';
const aVersion = () => `1.0.0-${randomUUID()}`;

describe.each(databaseKinds)('product releases on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());

  const report = (
    by: Caller,
    body: Partial<Body> & Pick<Body, 'version'>,
    idempotencyKey?: string,
  ) =>
    by('reportProductRelease', {
      body: { product, status: 'released', ...body },
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
  const statusesOf = (version: string) =>
    portal.ctx.db
      .knex('product_release_statuses as s')
      .join('product_releases as r', 'r.id', 's.release_id')
      .where({ version })
      .orderBy('s.seq')
      .pluck('s.status');

  it('are reported by a pipeline, by a person, and read back with their history', async () => {
    const version = aVersion();
    const released = await report(portal.pipeline, {
      version,
      notes: 'Faster',
      url: 'https://ci.test/1',
    });
    expect(released).toMatchObject({ product, version, status: 'released', notes: 'Faster' });
    portal.clock.pass(60);
    const deployed = await report(portal.as('mia'), { version, status: 'deployed' });
    expect(deployed.id).toBe(released.id);
    const read = await portal.as('nils')('getProductRelease', { params: { id: released.id } });
    expect(read).toEqual(deployed);
    expect(read).toMatchObject({ status: 'deployed', notes: 'Faster', url: 'https://ci.test/1' });
    expect(read.history.map(({ status, actor, source }) => [status, actor, source])).toEqual([
      ['released', 'service:external:pipeline', 'pipeline'],
      ['deployed', 'user:default/mia', 'person'],
    ]);
  });

  it('[rule 12] are entries of the log, each with who reported what', async () => {
    const version = aVersion();
    const { id } = await report(portal.pipeline, { version });
    await report(portal.as('mia'), { version, status: 'withdrawn' });
    const { items } = await portal.as('carla')('audit', {
      query: { subjectKind: 'product-release', subjectId: id },
    });
    expect(items.map(({ action, actor, change }) => [action, actor, change.version])).toEqual([
      ['product-release.withdrawn', 'user:default/mia', version],
      ['product-release.released', 'service:external:pipeline', version],
    ]);
  });

  it('have a history that can only grow, also by hand in the database', async () => {
    const { id } = await report(portal.pipeline, { version: aVersion() });
    const rows = () => portal.ctx.db.knex('product_release_statuses').where({ release_id: id });
    const kept = { message: expect.stringMatching(/can only grow/) };
    await expect(rows().update({ status: 'deployed' })).rejects.toMatchObject(kept);
    await expect(rows().delete()).rejects.toMatchObject(kept);
  });

  it('[rule 5] change nothing when the same is reported again', async () => {
    const version = aVersion();
    const first = await report(portal.pipeline, { version, status: 'deployed' });
    portal.clock.pass(60);
    expect(await report(portal.pipeline, { version, status: 'deployed' })).toEqual(first);
    expect(
      await report(portal.as('mia'), { version, status: 'deployed', at: first.since }),
    ).toEqual(first);
    expect(await statusesOf(version)).toEqual(['deployed']);
  });

  it('[rule 5] do not fall back when an earlier request comes again with its key', async () => {
    const version = aVersion();
    const key = randomUUID();
    const first = await report(portal.pipeline, { version, status: 'deployed' }, key);
    await report(portal.pipeline, { version, status: 'withdrawn' });
    expect(await report(portal.pipeline, { version, status: 'deployed' }, key)).toEqual(first);
    expect(await statusesOf(version)).toEqual(['deployed', 'withdrawn']);
  });

  it('[rule 5] are one release with one status when replicas report it at once', async () => {
    const replica =
      kind === 'pg'
        ? await aPortal(kind, { database: portal.database, clock: portal.clock })
        : undefined;
    try {
      const version = aVersion();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, turn) =>
          report(turn % 2 === 0 ? portal.pipeline : (replica ?? portal).pipeline, { version }),
        ),
      );
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await statusesOf(version)).toEqual(['released']);
    } finally {
      await replica?.stop();
    }
  });

  it('are refused where the table does not list it, and where the instant cannot be', async () => {
    const version = aVersion();
    await expect(report(portal.pipeline, { version, status: 'withdrawn' })).rejects.toMatchObject({
      status: 409,
      code: 'wrong-state',
      fields: [{ field: 'status', remedy: expect.stringContaining('released or deployed first') }],
    });
    const now = portal.clock.now().getTime();
    const hence = (seconds: number) => new Date(now + seconds * 1000).toISOString();
    await expect(report(portal.pipeline, { version, at: hence(120) })).rejects.toMatchObject({
      status: 400,
      fields: [{ field: 'at', remedy: expect.any(String) }],
    });
    expect(await statusesOf(version)).toEqual([]);
    await report(portal.pipeline, { version, at: hence(-60) });
    await expect(
      report(portal.pipeline, { version, status: 'deployed', at: hence(-120) }),
    ).rejects.toMatchObject({ status: 409, fields: [{ field: 'at', remedy: expect.any(String) }] });
    expect(await statusesOf(version)).toEqual(['released']);
  });

  it('are reported and read by staff whose role lets them, and by no consumer', async () => {
    const { id } = await report(portal.pipeline, { version: aVersion() });
    const no = { status: 403, code: 'not-allowed' };
    expect(await refusalOf(report(portal.as('nils'), { version: aVersion() }))).toEqual(no);
    const ada = portal.as('ada');
    expect(await refusalOf(report(ada, { version: aVersion() }))).toEqual(no);
    expect(await refusalOf(ada('listProductReleases', {}))).toEqual(no);
    expect(await refusalOf(ada('getProductRelease', { params: { id } }))).toEqual(no);
    expect(await refusalOf(ada('getProductRelease', { params: { id: randomUUID() } }))).toEqual(no);
  });

  it('are listed in pages, latest change first, by product and by status', async () => {
    const own = `component:default/listed-${randomUUID()}`;
    for (const version of ['1', '2', '3']) {
      portal.clock.pass(1);
      await report(portal.pipeline, { product: own, version });
    }
    portal.clock.pass(1);
    await report(portal.pipeline, { product: own, version: '1', status: 'deployed' });
    const list = (query: CallInput<'listProductReleases'>['query']) =>
      portal.as('nils')('listProductReleases', { query: { product: own, ...query } });
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ version }) => version)).toEqual([
      '1',
      '3',
      '2',
    ]);
    expect(second.nextCursor).toBeUndefined();
    const deployed = await list({ status: 'deployed' });
    expect(deployed.items.map(({ version }) => version)).toEqual(['1']);
  });

  it.each([
    ['all of them', {}, /product_releases_by_change/],
    ['by product', { product }, /product_releases_by_product/],
    ['by status', { status: 'deployed' as const }, /product_releases_by_status/],
  ])('are read in pages from an index, in order: %s', async (_what, filters, index) => {
    const query = releasesQuery(portal.ctx.db.knex, {
      query: { limit: 20, ...filters },
      after: { updatedAt: portal.clock.now().toISOString(), id: 'f' },
    });
    const plan = await queryPlan(portal.ctx.db.knex, query);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(fullScan);
  });

  it('tell what became of each need, in the order of the needs', async () => {
    const [deployed, released, unknown] = [aVersion(), aVersion(), aVersion()];
    await report(portal.pipeline, { version: deployed, status: 'deployed' });
    await report(portal.pipeline, { version: released });
    const needs = [unknown, released, deployed].map(version => ({ product, version }));
    const now = portal.clock.now().toISOString();
    const found = await deploymentsOf(portal.ctx.db.knex, needs);
    expect(found.map(({ version }) => version)).toEqual([unknown, released, deployed]);
    expect(found.map(({ history }) => deployedAt(history, now))).toEqual([false, false, true]);
    expect(found.map(({ history }) => history.length)).toEqual([0, 1, 1]);
    expect(await deploymentsOf(portal.ctx.db.knex, [])).toEqual([]);
  });
});

describe.each(databaseKinds)('who reacts to product releases on %s', kind => {
  const newRelease = { product, version: '7.0', status: 'released' as const };

  it('reacts in the same transaction, once for each change', async () => {
    const seen: unknown[] = [];
    const portal = await aPortal(kind, {
      reactions: {
        productReleaseChanged: [
          async (_ctx, tx, by, { version, status, isFirst }) => {
            const stored = await tx('product_releases').where({ version }).pluck('status');
            seen.push([by.ref, status, isFirst, stored]);
          },
        ],
      },
    });
    try {
      await portal.pipeline('reportProductRelease', { body: newRelease });
      await portal.pipeline('reportProductRelease', { body: newRelease });
      await portal.pipeline('reportProductRelease', {
        body: { ...newRelease, status: 'deployed' },
      });
      expect(seen).toEqual([
        ['service:external:pipeline', 'released', true, ['released']],
        ['service:external:pipeline', 'deployed', false, ['deployed']],
      ]);
    } finally {
      await portal.stop();
    }
  });

  it('[rule 6] takes the report back when it fails: nothing is stored, and it can be sent again', async () => {
    let fails = true;
    const portal = await aPortal(kind, {
      reactions: {
        productReleaseChanged: [
          async (_ctx, tx) => {
            await tx('audit_head').where({ id: 1 }).first();
            if (fails) throw new Error('A reaction fails');
          },
        ],
      },
    });
    try {
      const send = () =>
        portal.pipeline('reportProductRelease', { body: newRelease, idempotencyKey: 'same' });
      expect((await refusalOf(send())).status).toBe(500);
      const { knex } = portal.ctx.db;
      expect(await knex('product_releases')).toEqual([]);
      expect(await knex('product_release_statuses')).toEqual([]);
      expect(await knex('audit').whereNot({ action: 'structure.configure' })).toEqual([]);
      fails = false;
      expect(await send()).toMatchObject({ status: 'released' });
    } finally {
      await portal.stop();
    }
  });
});

it('a service without the permission reports nothing, and reaches nothing that is for people', async () => {
  const portal = await aPortal('sqlite3', {
    permissions: policyOf(AuthorizeResult.DENY),
  });
  try {
    const body = { product, version: '1', status: 'released' as const };
    expect(await refusalOf(portal.pipeline('reportProductRelease', { body }))).toEqual({
      status: 403,
      code: 'not-allowed',
    });
    expect((await refusalOf(portal.pipeline('listProductReleases', {}))).status).toBe(403);
    expect(await portal.ctx.db.knex('product_releases')).toEqual([]);
  } finally {
    await portal.stop();
  }
});
