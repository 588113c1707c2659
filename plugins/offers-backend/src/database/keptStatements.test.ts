import { aPortal, TestPortal } from '../__testUtils__/portal';

describe('statements that the connection to SQLite keeps', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal('sqlite3');
    await portal.ctx.db.knex.schema.createTable('things', table => {
      table.integer('id').primary();
      table.string('name', 20);
    });
  });
  afterAll(() => portal.stop());

  const named = async (name: string) => portal.ctx.db.knex('things').where({ name }).pluck('id');

  it('answer with other values, and say what they changed', async () => {
    const { knex } = portal.ctx.db;
    await knex('things').insert([
      { id: 1, name: 'one' },
      { id: 2, name: 'two' },
    ]);
    expect([await named('one'), await named('two'), await named('three')]).toEqual([[1], [2], []]);
    const rename = (from: string) => knex('things').where({ name: from }).update({ name: 'one' });
    expect([await rename('two'), await rename('two')]).toEqual([1, 0]);
  });

  it('are sent again after they failed', async () => {
    const insert = (id: number) => portal.ctx.db.knex('things').insert({ id, name: 'again' });
    await insert(10);
    await expect(insert(10)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
    await insert(11);
    expect(await named('again')).toEqual([10, 11]);
  });

  it('[rule 1] read what others write also after one was refused since somebody else had written', async () => {
    const { knex } = portal.ctx.db;
    const other = portal.database.connect();
    const write = (id: number) => other('things').insert({ id, name: 'other' });
    const refused = knex.transaction(async tx => {
      await tx('things').pluck('id');
      await write(30);
      await tx('things').insert({ id: 20, name: 'late' });
    });
    await expect(refused).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect(await named('other')).toEqual([30]);
    await write(31);
    expect(await named('other')).toEqual([30, 31]);
    await knex('things').insert({ id: 20, name: 'late' });
    expect(await named('late')).toEqual([20]);
  });

  it('fail as any other where they are wrong', async () => {
    for (let time = 0; time < 2; time += 1) {
      await expect(portal.ctx.db.knex.raw('select nothing from nowhere')).rejects.toMatchObject({
        message: expect.stringContaining('nowhere'),
      });
    }
  });

  it('follow a schema that changes', async () => {
    const { knex } = portal.ctx.db;
    const all = () => knex('things').where({ id: 1 }).first();
    expect(await all()).toEqual({ id: 1, name: 'one' });
    await knex.schema.alterTable('things', table => table.integer('size').defaultTo(3));
    expect(await all()).toEqual({ id: 1, name: 'one', size: 3 });
  });

  it('are as many as there is room for: the others are prepared again', async () => {
    const { knex } = portal.ctx.db;
    const numbered = async (count: number) =>
      (await knex.raw<{ n: number }[]>(`select ${count} as n`))[0]?.n;
    for (let count = 0; count < 900; count += 1) expect(await numbered(count)).toBe(count);
    expect(await numbered(0)).toBe(0);
  });

  it('wait for each other where they are sent at once', async () => {
    const at = await Promise.all(
      Array.from({ length: 20 }, async (_, id) => {
        const rows = await portal.ctx.db.knex.raw<{ id: number }[]>('select ? as id', [id]);
        return rows[0]?.id;
      }),
    );
    expect(at).toEqual(Array.from({ length: 20 }, (_, id) => id));
  });
});
