import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aDraft, aPublishedOffer } from '../__testUtils__/stories';
import { bearer, tokenOf } from '../__testUtils__/tokens';
import { record } from './audit';
import { checkLines, checkLog } from './check';

describe.each(databaseKinds)('the export of the audit log on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    await aPublishedOffer(portal);
  });
  afterAll(() => portal.stop());

  const get = (query = '') =>
    fetch(`${portal.url}/audit/export${query}`, {
      headers: { authorization: bearer(tokenOf('carla')) },
    });
  async function* linesOf(text: string) {
    yield* text.split('\n').filter(Boolean);
  }

  /** As many entries as fill several strides and several chunks; the server breathes in between. */
  const fill = async (count: number, length: number) => {
    const entry = (i: number) => ({
      at: '2026-12-02T09:00:00.000Z',
      actor: 'user:default/carla',
      surface: 'api',
      action: 'offer.edit',
      subjectKind: 'offer' as const,
      subjectId: `offer-${i % 7}`,
      change: { text: 'é'.repeat(length), i },
    });
    for (let from = 0; from < count; from += 500) {
      const entries = Array.from({ length: 500 }, (_, i) => entry(from + i));
      await portal.ctx.db.transaction(tx => record(tx, ...entries));
      await new Promise(setImmediate);
    }
  };

  it('[rule 12] is the whole log in JSON Lines, which can be checked without the database', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const text = await response.text();
    const found = await checkLines(linesOf(text));
    expect(found).toEqual(await checkLog(portal.ctx.db.knex));
    expect(found.whole).toBe(true);
    const forged = text.replace('offer.publish', 'offer.suspend');
    expect((await checkLines(linesOf(forged))).whole).toBe(false);
  });

  it('[rule 12] names a line that is no entry, and one that is missing', async () => {
    const lines = (await (await get()).text()).split('\n').filter(Boolean);
    const check = (changed: string[]) => checkLines(linesOf(changed.join('\n')));
    expect((await check(lines.with(2, '{'))).firstTouched).toBe(3);
    expect((await check(lines.with(1, '{"seq":2}'))).firstTouched).toBe(2);
    expect((await check(lines.toSpliced(3, 1))).firstTouched).toBe(4);
  });

  it('takes the same filters as the list, and stays in the order of the log', async () => {
    const seqs = async (query: { action?: string; actor?: string; from?: string }) => {
      const found: number[] = [];
      for await (const { seq } of await portal.as('mia')('exportAudit', { query })) found.push(seq);
      return found;
    };
    for (const query of [{ action: 'plan.' }, { actor: 'user:default/mia' }, {}]) {
      const { items } = await portal.as('mia')('audit', { query: { ...query, limit: 100 } });
      expect(await seqs(query)).toEqual(items.map(({ seq }) => seq).reverse());
    }
    expect(await seqs({ from: '2030-01-01T00:00:00Z' })).toEqual([]);
    expect((await get('?action=%25')).status).toBe(400);
  });

  it('is sent whole when it is long, and ends where the log ended when it was asked for', async () => {
    await fill(2500, 100);
    const before = await portal.ctx.db.knex('audit').count({ n: '*' });
    const seqs: number[] = [];
    for await (const { seq } of await portal.as('carla')('exportAudit', {})) {
      if (seqs.length === 0) await aDraft(portal);
      seqs.push(seq);
    }
    expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    expect(seqs).toHaveLength(Number(before[0]?.n));
  });

  it('reads no further when the caller leaves', async () => {
    await fill(5000, 3000);
    const statements: string[] = [];
    const keep = ({ sql }: { sql: string }) => statements.push(sql);
    portal.ctx.db.knex.on('query', keep);
    for await (const { seq } of await portal.as('carla')('exportAudit', {})) if (seq > 10) break;
    await aDraft(portal);
    portal.ctx.db.knex.off('query', keep);
    const read = statements.filter(sql => /^select .* from .audit. where/.test(sql));
    expect(read.length).toBeGreaterThan(0);
    expect(read.length).toBeLessThan(6);
  });

  it('breaks off when the database fails in the middle, so that half is not taken for the whole', async () => {
    const { knex } = portal.ctx.db;
    const fail = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
      if (/from .audit. where/.test(sql) && bindings?.includes(5000)) throw new Error('disk');
    };
    knex.on('query', fail);
    const response = await get();
    await expect(response.text()).rejects.toMatchObject({ message: 'terminated' });
    knex.off('query', fail);
  });
});
