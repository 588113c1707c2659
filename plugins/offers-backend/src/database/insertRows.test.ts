import { databaseKinds, aDatabase, TestDatabase } from '../__testUtils__/databases';
import type { Knex } from 'knex';
import { insertRows } from './insertRows';
import { isUniqueViolation } from './failures';

describe.each(databaseKinds)('rows of one statement on %s', kind => {
  let database: TestDatabase;
  let knex: Knex;
  beforeAll(async () => {
    database = await aDatabase(kind);
    knex = database.connect();
    await knex.schema.createTable('said', table => {
      // A key word, as some columns have for a name.
      table.string('key').primary();
      table.integer('order');
      table.text('text');
      table.string('state').defaultTo('pending');
    });
  });
  afterAll(() => database.destroy());
  beforeEach(() => knex('said').delete());

  const TEXT = 'quotes " \' back\\slash, 12, null, {"a": ["ü", "😀"]}\n?';

  it('are stored as they are, with what the table says of the columns that are left out', async () => {
    await insertRows(knex, 'said', [
      { key: 'a', order: 1, text: TEXT },
      { key: '7', order: null, text: null },
    ]);
    expect(await knex('said').orderBy('key')).toEqual([
      { key: '7', order: null, text: null, state: 'pending' },
      { key: 'a', order: 1, text: TEXT, state: 'pending' },
    ]);
  });

  it('may be more than a statement binds values', async () => {
    const rows = Array.from({ length: 40_000 }, (_, order) => ({ key: `k${order}`, order }));
    await insertRows(knex, 'said', rows);
    expect(await knex('said').count({ all: '*' })).toEqual([
      { all: kind === 'pg' ? '40000' : 40_000 },
    ]);
  });

  it('may be none', async () => {
    await insertRows(knex, 'said', []);
    expect(await knex('said')).toEqual([]);
  });

  it('leave what is there, or fail, as they are told', async () => {
    await insertRows(knex, 'said', [{ key: 'a', text: 'first' }]);
    const again = [
      { key: 'a', text: 'second' },
      { key: 'b', text: 'new' },
    ];
    const failed = insertRows(knex, 'said', again).catch(isUniqueViolation);
    expect(await failed).toBe(true);
    await insertRows(knex, 'said', again, { unlessThere: true });
    expect(await knex('said').orderBy('key').pluck('text')).toEqual(['first', 'new']);
  });
});
