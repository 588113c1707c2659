import { aDatabase, databaseKinds, TestDatabase } from '../__testUtils__/databases';
import { Connection, Database } from './Database';
import { selectRows } from './plainRows';
import { planned, rowsOf } from './statements';

describe.each(databaseKinds)('a statement that is planned once on %s', kind => {
  let database: TestDatabase;
  let db: Database;
  // What one forgets is known for as long as a process is connected: each test connects anew.
  beforeEach(async () => {
    database = await aDatabase(kind);
    const knex = database.connect();
    const service = { getClient: async () => knex, migrations: { skip: true } };
    db = await Database.create(service, () => new Date());
  });
  afterEach(() => database.destroy());

  const next = async (connection: Connection, value: number) => {
    const statement = planned('select cast(? as integer) + 1 as next');
    return (await rowsOf<{ next: number }>(connection, statement, [value]))[0]?.next;
  };
  /** What a pool of connections does between two transactions; the driver still believes that all is planned. */
  const forget = async (connection: Connection) => {
    if (kind === 'pg') await connection.raw('deallocate all');
  };

  it('gives its rows with other values too', async () => {
    expect([await next(db.knex, 1), await next(db.knex, 2)]).toEqual([2, 3]);
  });

  it('fails as any other where it is wrong', async () => {
    const wrong = rowsOf(db.knex, planned('select nothing from nowhere'), []);
    await expect(wrong).rejects.toMatchObject({ message: expect.stringContaining('nowhere') });
  });

  it('is sent again where a pool forgot it', async () => {
    await next(db.knex, 1);
    await forget(db.knex);
    expect([await next(db.knex, 1), await next(db.knex, 2)]).toEqual([2, 3]);
  });

  it('lets its transaction run again, once, where a pool forgot it', async () => {
    let runs = 0;
    await db.transaction(tx => next(tx, 1));
    const found = await db.transaction(async tx => {
      runs += 1;
      if (runs === 1) await forget(tx);
      return [await next(tx, 1), await next(tx, 2)];
    });
    expect(found).toEqual([2, 3]);
    expect(runs).toBe(kind === 'pg' ? 2 : 1);
  });

  it('gives the columns that a newer release added to a table meanwhile', async () => {
    const read = () => db.transaction(tx => selectRows(tx, 'listing_state', { id: 1 }));
    const [before] = await read();
    await db.knex.schema.alterTable('listing_state', table => {
      table.integer('more').notNullable().defaultTo(7);
    });
    expect(await read()).toEqual([{ ...before, more: 7 }]);
  });
});
