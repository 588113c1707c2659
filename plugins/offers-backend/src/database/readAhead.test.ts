import type { Knex } from 'knex';
import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { ahead, readAhead } from './readAhead';
import { readBy, Reading, writeThrough } from './Reading';

interface Thing {
  id: string;
  owner: string;
  size: number;
  note: string | null;
}

const THINGS: Reading<Thing, Thing> = {
  name: 'things of owners',
  tables: ['things'],
  from: 'things',
  columns: ['id', 'owner', 'size', 'note'],
  by: 'owner',
  order: 'size',
  of: row => row,
};

const OWNERS: Reading<{ id: string }, string> = {
  name: 'owners',
  tables: ['owners'],
  from: 'owners',
  columns: ['id'],
  by: 'team',
  order: 'id',
  of: ({ id }) => id,
};

const things: Thing[] = [
  { id: 'b', owner: 'mia', size: 1, note: 'says "so" – [1, \\"2\\"]' },
  { id: 'a', owner: 'mia', size: 2, note: null },
  { id: 'c', owner: 'ravi', size: 3, note: '' },
];

describe.each(databaseKinds)('what a transaction reads ahead on %s', kind => {
  let portal: TestPortal;
  const sent: string[] = [];

  beforeAll(async () => {
    portal = await aPortal(kind);
    const { knex } = portal.ctx.db;
    await knex.schema.createTable('owners', table => {
      table.string('id').primary();
      table.string('team').notNullable();
    });
    await knex.schema.createTable('things', table => {
      table.string('id').primary();
      table.string('owner').notNullable();
      table.integer('size').notNullable();
      table.text('note');
    });
    await knex('owners').insert(['mia', 'ravi'].map(id => ({ id, team: 'one' })));
    await knex('things').insert(things);
    knex.on('query', ({ sql }: { sql: string }) => sent.push(sql));
  });
  beforeEach(() => {
    sent.length = 0;
  });
  afterAll(() => portal.stop());

  /** How many statements the work sends, in a transaction that is taken back. */
  async function within(work: (tx: Knex.Transaction) => Promise<void>): Promise<number> {
    const back = new Error('back');
    const run = portal.ctx.db.transaction(async tx => {
      sent.length = 0;
      await work(tx);
      throw Object.assign(back, { sent: sent.length });
    });
    await expect(run).rejects.toThrow('back');
    return Reflect.get(back, 'sent');
  }

  it('is found without another statement, as it would have been read', async () => {
    const statements = await within(async tx => {
      await readAhead(tx, [ahead(THINGS, ['mia']), ahead(OWNERS, ['one']), ahead(OWNERS, ['no'])]);
      expect(await readBy(tx, THINGS, ['mia'])).toEqual(things.slice(0, 2));
      expect(await readBy(tx, OWNERS, ['one'])).toEqual(['mia', 'ravi']);
      expect(await readBy(tx, OWNERS, ['no'])).toEqual([]);
    });
    expect(statements).toBe(1);
    expect(await readBy(portal.ctx.db.knex, THINGS, ['mia'])).toEqual(things.slice(0, 2));
  });

  it('can be whose only a selection tells', async () => {
    const statements = await within(async tx => {
      const whose = {
        selection: 'select id from owners where team = ?',
        values: ['one'],
        ids: () => readBy(tx, OWNERS, ['one']),
      };
      await readAhead(tx, [ahead(OWNERS, ['one']), ahead(THINGS, whose)]);
      expect(await readBy(tx, THINGS, ['mia', 'ravi'])).toEqual(things);
    });
    expect(statements).toBe(1);
  });

  it('is read again after a write, unless the write says what it left', async () => {
    const statements = await within(async tx => {
      await readAhead(tx, [ahead(THINGS, ['ravi']), ahead(OWNERS, ['one'])]);
      await tx('owners').insert({ id: 'zoe', team: 'one' });
      expect(await readBy(tx, OWNERS, ['one'])).toEqual(['mia', 'ravi', 'zoe']);
      await writeThrough(tx, THINGS, ['ravi'], {
        write: async () => {
          await tx('things').where({ id: 'c' }).update({ size: 4 });
        },
        after: before => before.map(thing => ({ ...thing, size: 4 })),
      });
      expect(await readBy(tx, THINGS, ['ravi'])).toEqual([{ ...things[2], size: 4 }]);
      expect(await tx('things').where({ owner: 'ravi' })).toEqual([{ ...things[2], size: 4 }]);
    });
    expect(statements).toBe(5);
  });
});
