import { Knex } from 'knex';
import { aDatabase, databaseKinds, TestDatabase } from './databases';
import { fullScan, queryPlan } from './queryPlan';

describe.each(databaseKinds)('the plan of a query on %s', kind => {
  let database: TestDatabase;
  let knex: Knex;
  beforeAll(async () => {
    database = await aDatabase(kind);
    knex = database.connect();
    await knex.schema.createTable('things', table => {
      table.integer('id').primary();
      table.string('name', 10).notNullable();
      table.string('colour', 10).notNullable();
      table.index(['name', 'id'], 'things_by_name');
    });
    await knex('things').insert([
      { id: 1, name: 'a', colour: 'red' },
      { id: 2, name: 'b', colour: 'blue' },
    ]);
  });
  afterAll(() => database.destroy());

  it('names the index that serves it, also for a table of two rows', async () => {
    const query = knex('things').where({ name: 'a' }).orderBy('id', 'desc').limit(1);
    const plan = await queryPlan(knex, query);
    expect(plan).toContain('things_by_name');
    expect(plan).not.toMatch(fullScan);
  });

  it('shows that a whole table is read, and that rows are sorted', async () => {
    expect(await queryPlan(knex, knex('things').where({ colour: 'red' }))).toMatch(fullScan);
    const sorted = knex('things').where({ name: 'a' }).orderBy('colour');
    expect(await queryPlan(knex, sorted)).toMatch(fullScan);
  });

  it('can be the one that the planner would choose for the rows that are there', async () => {
    if (kind === 'pg') await knex.raw('analyze things');
    const free = await queryPlan(knex, knex('things').where({ name: 'a' }), { free: true });
    expect(free).toMatch(kind === 'pg' ? /Seq Scan on things/ : /things_by_name/);
  });
});
