import type { Knex } from 'knex';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { Connection } from './Database';
import { readOnce } from './readOnce';

describe.each(databaseKinds)('what a transaction reads, on %s', kind => {
  let portal: TestPortal;
  const asked: string[] = [];
  beforeAll(async () => {
    portal = await aPortal(kind);
    await portal.ctx.db.knex.schema.createTable('things', table => {
      table.string('id', 10).primary();
      table.integer('size').notNullable();
    });
    await portal.ctx.db.knex.schema.createTable('others', table => table.string('id', 10));
  });
  beforeEach(async () => {
    asked.length = 0;
    await portal.ctx.db.knex('things').delete();
    await portal.ctx.db.knex('things').insert({ id: 'a', size: 1 });
  });
  afterAll(() => portal.stop());

  const sizes = (connection: Connection, ids: readonly string[]) =>
    readOnce(connection, { name: 'sizes', tables: ['things'] }, ids, async () => {
      asked.push(ids.join());
      return connection('things').whereIn('id', ids).pluck('size');
    });
  const within = <T>(work: (tx: Knex.Transaction) => Promise<T>) => portal.ctx.db.transaction(work);

  it('is asked once, and of no ids not at all', async () => {
    const found = await within(async tx => [
      await sizes(tx, ['a']),
      await sizes(tx, ['a']),
      await sizes(tx, []),
    ]);
    expect(found).toEqual([[1], [1], []]);
    expect(asked).toEqual(['a']);
  });

  it('is asked again after a write there, and not after one elsewhere', async () => {
    const found = await within(async tx => {
      const before = await sizes(tx, ['a']);
      await tx('others').insert({ id: 'x' });
      const elsewhere = await sizes(tx, ['a']);
      await tx('things').where({ id: 'a' }).update({ size: 2 });
      return [before, elsewhere, await sizes(tx, ['a'])];
    });
    expect(found).toEqual([[1], [1], [2]]);
    expect(asked).toEqual(['a', 'a']);
  });

  it('is another thing for other ids, in another transaction, and outside of any', async () => {
    await within(async tx => [await sizes(tx, ['a']), await sizes(tx, ['b'])]);
    await within(tx => sizes(tx, ['a']));
    await sizes(portal.ctx.db.knex, ['a']);
    await sizes(portal.ctx.db.knex, ['a']);
    expect(asked).toEqual(['a', 'b', 'a', 'a', 'a']);
  });

  const locks = ['forUpdate', 'forNoKeyUpdate', 'forShare', 'forKeyShare'] as const;

  it.each(locks)(
    '[rule 5] is asked again after a lock, for which it may have waited: %s',
    async lock => {
      const found = await within(async tx => {
        const before = await sizes(tx, ['a']);
        // SQLite has one connection, so nobody else changes anything meanwhile; its lock is no statement.
        if (kind === 'pg') await portal.ctx.db.knex('things').update({ size: 7 });
        await tx('things').where({ id: 'a' })[lock]().first();
        return [before, await sizes(tx, ['a'])];
      });
      expect(found).toEqual([[1], [kind === 'pg' ? 7 : 1]]);
    },
  );

  it('does not change with the list that somebody got', async () => {
    const found = await within(async tx => {
      (await sizes(tx, ['a'])).push(9);
      return sizes(tx, ['a']);
    });
    expect(found).toEqual([1]);
  });
});
