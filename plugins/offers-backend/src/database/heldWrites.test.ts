import type { Knex } from 'knex';
import { anEmptyDatabase, TestDatabase } from '../__testUtils__/databases';
import { isUniqueViolation } from './failures';
import { insertRows } from './insertRows';
import { keepStatements } from './keptStatements';
import { setRows } from './plainRows';

interface Thing {
  id: number;
  name: string | null;
}

describe('writes that wait for the next statement with an answer', () => {
  let database: TestDatabase;
  let knex: Knex;
  /** what the driver is sent as one text */
  const together: string[] = [];

  beforeAll(async () => {
    database = await anEmptyDatabase('sqlite3');
    knex = database.connect();
    await knex.schema.createTable('things', table => {
      table.integer('id').primary();
      table.string('name');
    });
    const connection = await knex.client.acquireConnection();
    const exec = connection.exec.bind(connection);
    connection.exec = (sql: string, done: () => void) => {
      together.push(sql);
      return exec(sql, done);
    };
    await knex.client.releaseConnection(connection);
    await keepStatements(knex);
  });
  afterAll(() => database.destroy());
  beforeEach(async () => {
    await knex('things').delete();
    await knex<Thing>('things').insert({ id: 1, name: 'one' });
    together.length = 0;
  });

  const add = (tx: Knex, ...rows: Thing[]) => insertRows(tx, 'things', rows);
  const rename = (tx: Knex, id: number, name: string | null) =>
    setRows<Thing>(tx, 'things', { id }, { name });
  const names = async (connection: Knex = knex) =>
    (await connection<Thing>('things').orderBy('id')).map(({ name }) => name);

  it('are sent together with the commit', async () => {
    await knex.transaction(async tx => {
      await rename(tx, 1, 'first');
      await add(tx, { id: 2, name: 'two' });
      expect(together).toEqual([]);
    });
    expect(together).toHaveLength(1);
    expect(await names()).toEqual(['first', 'two']);
  });

  it('are there for who reads in their transaction, however many read at once', async () => {
    await knex.transaction(async tx => {
      await add(tx, { id: 2, name: 'two' });
      const both = await Promise.all([names(tx), names(tx)]);
      expect(both).toEqual([
        ['one', 'two'],
        ['one', 'two'],
      ]);
      await rename(tx, 2, 'second');
    });
    expect(await names()).toEqual(['one', 'second']);
  });

  it('wait for nobody outside a transaction', async () => {
    await rename(knex, 1, 'first');
    expect(together).toEqual([]);
    expect(await names()).toEqual(['first']);
  });

  it.each(["it's", 'what?', '? and ?', '; drop table things; --', 'a\0b', '“ 🙂\n\\', '', null])(
    'say what they were given: %j',
    async name => {
      await knex.transaction(async tx => {
        await rename(tx, 1, name);
        await add(tx, { id: 2, name });
      });
      expect(await names()).toEqual([name, name]);
    },
  );

  it('are forgotten with their transaction, which has no effect', async () => {
    const failed = knex.transaction(async tx => {
      await rename(tx, 1, 'first');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect([await names(), together]).toEqual([['one'], []]);
  });

  it('let the commit fail where one fails, as a unique value does', async () => {
    const failed = knex.transaction(async tx => {
      await rename(tx, 1, 'first');
      await add(tx, { id: 1, name: 'again' });
    });
    expect(await failed.catch(isUniqueViolation)).toBe(true);
    expect(await names()).toEqual(['one']);
    // The connection is in no transaction any more.
    await knex.transaction(tx => rename(tx, 1, 'later'));
    expect(await names()).toEqual(['later']);
  });

  it('let what reads behind them fail where one fails', async () => {
    const failed = knex.transaction(async tx => {
      await rename(tx, 1, 'first');
      await add(tx, { id: 1, name: 'again' });
      await names(tx);
    });
    expect(await failed.catch(isUniqueViolation)).toBe(true);
    expect(await names()).toEqual(['one']);
  });

  it('are sent before a part of a transaction that is taken back', async () => {
    await knex.transaction(async tx => {
      await rename(tx, 1, 'first');
      const part = tx.transaction(async inner => {
        await rename(inner, 1, 'second');
        throw new Error('no');
      });
      await expect(part).rejects.toThrow('no');
    });
    expect(await names()).toEqual(['first']);
  });

  it('are sent by themselves, in their order, where they are long', async () => {
    const long = 'x'.repeat(70_000);
    await knex.transaction(async tx => {
      await add(tx, { id: 2, name: 'two' });
      await rename(tx, 2, long);
      await rename(tx, 1, 'first');
    });
    expect(await names()).toEqual(['first', long]);
    expect(Math.max(...together.map(({ length }) => length))).toBeLessThan(1_000);
  });
});
