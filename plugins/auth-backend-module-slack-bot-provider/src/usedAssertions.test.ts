import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { databaseKinds, SharedDatabase } from './__testUtils__/databases';
import {
  forgetExpiredAssertions,
  migrateUsedAssertions,
  migrationsOfThisModule,
  rememberAssertion,
} from './usedAssertions';

const NOON = new Date('2026-11-23T12:00:00.000Z');
const minutesAfterNoon = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const rows = (knex: Knex) => knex('slack_bot_used_assertions').select('jti', 'forget_after');

describe.each(databaseKinds)('used assertions on %s', (_kind, create) => {
  let database: SharedDatabase;
  let knex: Knex;
  let otherReplica: Knex;

  beforeEach(async () => {
    database = await create();
    knex = database.connect();
    otherReplica = database.connect();
    await migrateUsedAssertions({ getClient: async () => knex });
  });

  afterEach(() => database.destroy());

  it('[rule 5] lets an assertion count once, whichever replica hears it', async () => {
    const used = { jti: randomUUID(), expiresAt: NOON };

    expect(await rememberAssertion(knex, used)).toBe(true);
    expect(await rememberAssertion(knex, used)).toBe(false);
    expect(await rememberAssertion(otherReplica, used)).toBe(false);
    expect(await rememberAssertion(otherReplica, { ...used, jti: randomUUID() })).toBe(true);
  });

  it('[rule 5] lets exactly one of many simultaneous uses on two replicas through', async () => {
    const used = { jti: randomUUID(), expiresAt: NOON };
    const replicas = Array.from({ length: 20 }, (_, i) => (i % 2 ? knex : otherReplica));

    const firsts = await Promise.all(replicas.map(replica => rememberAssertion(replica, used)));

    expect(firsts.filter(Boolean)).toHaveLength(1);
  });

  it('forgets an assertion only well after it expired, because clocks of replicas differ', async () => {
    await rememberAssertion(knex, { jti: 'of-noon', expiresAt: NOON });

    await forgetExpiredAssertions(knex, minutesAfterNoon(10));
    expect(await rows(knex)).toEqual([
      { jti: 'of-noon', forget_after: '2026-11-23T12:10:00.000Z' },
    ]);

    await forgetExpiredAssertions(knex, minutesAfterNoon(10.1));
    expect(await rows(knex)).toEqual([]);
  });

  it('purges a bounded number at a time, the oldest first', async () => {
    const all = Array.from({ length: 150 }, (_, i) => ({
      jti: `n${i}`,
      expiresAt: minutesAfterNoon(i),
    }));
    for (const used of all) await rememberAssertion(knex, used);

    await forgetExpiredAssertions(knex, minutesAfterNoon(1000));
    const left = await rows(knex);
    expect(left.map(row => row.jti).sort()).toEqual(
      all
        .slice(100)
        .map(used => used.jti)
        .sort(),
    );

    await forgetExpiredAssertions(knex, minutesAfterNoon(1000));
    expect(await rows(knex)).toEqual([]);
  });

  it('migrates down to nothing and up again', async () => {
    await knex.migrate.down(migrationsOfThisModule());
    expect(await knex.schema.hasTable('slack_bot_used_assertions')).toBe(false);

    await knex.migrate.latest(migrationsOfThisModule());
    expect(await rows(knex)).toEqual([]);
  });
});

it('leaves the database alone where migrations are switched off', async () => {
  const untouched = { migrate: { latest: jest.fn() } } as unknown as Knex;
  const getClient = async () => untouched;

  expect(await migrateUsedAssertions({ getClient, migrations: { skip: true } })).toBe(untouched);
  expect(untouched.migrate.latest).not.toHaveBeenCalled();
});
