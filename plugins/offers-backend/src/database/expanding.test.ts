import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readdirSync, readFileSync } from 'node:fs';
import { anEmptyDatabase, databaseKinds } from '../__testUtils__/databases';
import { inTheWay, shapeOf } from './__testUtils__/shape';
import { isBefore, neededFor } from './migrationNames';

const PACKAGE = '@offerdesk/backstage-plugin-offers-backend';
const directory = resolvePackagePath(PACKAGE, 'migrations');
const { version } = JSON.parse(readFileSync(resolvePackagePath(PACKAGE, 'package.json'), 'utf8'));

/** From here on two releases work on one database (decision 0048). */
const BASELINE = '20261130111500_quiet_hours.js';
const [known, since] = [readdirSync(directory).sort()].flatMap(all => {
  const at = all.indexOf(BASELINE) + 1;
  return [all.slice(0, at), all.slice(at)];
});

/** What may not come yet: it takes away what the release before this one still uses. */
const tooEarly = (names: readonly string[], release: string) =>
  names.filter(name => !isBefore(neededFor(name) ?? '0.0.0', release));

describe('a migration that takes something away', () => {
  it('comes after the first release that does without it', () => {
    const taking = '20270112090000_contract_0_2_0_colours.js';
    expect(tooEarly([taking], '0.2.0')).toEqual([taking]);
    expect(tooEarly([taking], '0.3.0')).toEqual([]);
    expect(tooEarly(since ?? [], version)).toEqual([]);
  });
});

/** SQLite serves one process: nobody works beside a migration there. */
const describeThere = databaseKinds.includes('pg') ? describe : describe.skip;

describeThere('every other migration since the baseline', () => {
  it('only adds, so that replicas of the release before go on beside it', async () => {
    const database = await anEmptyDatabase('pg');
    const knex = database.connect();
    try {
      for (const name of known ?? []) await up(knex, name);
      let before = await shapeOf(knex);
      expect(Object.keys(before).length).toBeGreaterThan(40);
      for (const name of since ?? []) {
        await up(knex, name);
        const after = await shapeOf(knex);
        const found = neededFor(name) ? [] : inTheWay(before, after);
        expect({ name, found }).toEqual({ name, found: [] });
        before = after;
      }
    } finally {
      await database.destroy();
    }
  });

  it('is found where it does more', async () => {
    const database = await anEmptyDatabase('pg');
    const knex = database.connect();
    const after = async (statement: string) => {
      const before = await shapeOf(knex);
      await knex.raw(statement);
      return inTheWay(before, await shapeOf(knex));
    };
    try {
      await knex.raw(
        'create table things (id integer primary key, name varchar(10), size integer)',
      );
      expect(await after('create table parts (thing_id integer references things (id))')).toEqual([
        'parts keeps rows of things from being deleted',
      ]);
      expect(
        await after(
          'create table notes (thing_id integer references things (id) on delete cascade)',
        ),
      ).toEqual([]);
      expect(await after('alter table things add colour text')).toEqual([]);
      expect(await after("alter table things add form text not null default ''")).toEqual([]);
      expect(await after('create index things_by_name on things (name)')).toEqual([]);
      expect(await after('alter table things add weight integer not null')).toEqual([
        'things.weight has to be given',
      ]);
      expect(await after('alter table things alter name type varchar(20)')).toEqual([
        'things.name was character varying(10) and is character varying(20)',
      ]);
      expect(await after('alter table things alter size set not null')).toEqual([
        'things.size was integer and is integer not null',
      ]);
      expect(await after('alter table things add check (size > 0)')).toEqual([
        'things asks for CHECK ((size > 0))',
      ]);
      expect(await after('create unique index one_name on things (name)')).toEqual([
        'things asks for CREATE UNIQUE INDEX one_name ON public.things USING btree (name)',
      ]);
      expect(await after('alter table things rename colour to shade')).toEqual([
        'things.colour is gone',
      ]);
      expect(await after('drop table notes')).toEqual(['notes is gone']);
    } finally {
      await database.destroy();
    }
  });
});

async function up(knex: Knex, name: string): Promise<void> {
  await knex.migrate.up({ directory, name });
}
