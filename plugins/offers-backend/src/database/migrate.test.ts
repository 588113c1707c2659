import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anEmptyDatabase,
  DatabaseKind,
  databaseKinds,
  TestDatabase,
} from '../__testUtils__/databases';
import { migrate } from './migrate';

/** Releases by their migrations: statements by name. */
const FIRST = { '1_things': 'create table things (id integer)' };
const SECOND = { ...FIRST, '2_names': 'alter table things add name text' };
const THIRD = {
  ...SECOND,
  '3_sizes': 'alter table things add size integer',
  '4_contract_0_2_0_names': 'alter table things drop column name',
};

let folder: string;
let database: TestDatabase;

/** Gives each test an empty database, and a folder for releases. */
function onA(kind: DatabaseKind) {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'offers-migrate-'));
    database = await anEmptyDatabase(kind);
  });
  afterEach(async () => {
    await database.destroy();
    rmSync(folder, { recursive: true });
  });
}

/** The migrations of a release, which are files as everywhere. */
function of(release: string, steps: Record<string, string>) {
  const directory = mkdtempSync(join(folder, 'release-'));
  for (const [name, statement] of Object.entries(steps)) {
    writeFileSync(
      join(directory, `${name}.js`),
      `exports.up = knex => knex.raw(${JSON.stringify(statement)}); exports.down = async () => {};`,
    );
  }
  return { release, directory };
}

const columns = async (knex = database.connect()) =>
  Object.keys(await knex('things').columnInfo()).sort();

describe.each(databaseKinds)('migrating on %s', kind => {
  onA(kind);

  it('goes on from where the release before was', async () => {
    const knex = database.connect();
    await migrate(knex, of('0.1.0', FIRST));
    await migrate(knex, of('0.3.0', THIRD));
    expect(await columns(knex)).toEqual(['id', 'size']);
  });

  it('lets a replica of the release before start again beside what a later one added', async () => {
    const knex = database.connect();
    await migrate(knex, of('0.2.0', SECOND));
    await migrate(knex, of('0.1.0', FIRST));
    expect(await columns(knex)).toEqual(['id', 'name']);
  });

  it('says to a release that is too old what took away what it uses, and which to start', async () => {
    const knex = database.connect();
    await migrate(knex, of('0.3.0', THIRD));
    await migrate(knex, of('0.2.0', SECOND));
    await expect(migrate(knex, of('0.1.0', FIRST))).rejects.toThrow(
      'This database belongs to a later release of Offerdesk: 4_contract_0_2_0_names.js took away what 0.1.0 uses. Start 0.2.0 or a later one.',
    );
  });
});

/** SQLite serves one process: nobody works beside a migration there. */
const describeThere = databaseKinds.includes('pg') ? describe : describe.skip;

describeThere('migrating while others work', () => {
  onA('pg');

  it('gives way to who holds a table, and comes again', async () => {
    const [knex, other] = [database.connect(), database.connect()];
    await migrate(knex, of('0.1.0', FIRST));
    const reader = await other.transaction();
    await reader('things').select('id');
    const paused: string[][] = [];
    const pause = async () => {
      // Whoever comes later is not held up by a step that waits.
      paused.push(await columns(other));
      await reader.commit();
    };
    await migrate(knex, { ...of('0.2.0', SECOND), pause });
    expect(paused).toEqual([['id']]);
    expect(await columns(knex)).toEqual(['id', 'name']);
  });

  it('is done once by replicas that start together', async () => {
    const first = of('0.1.0', FIRST);
    await migrate(database.connect(), first);
    await Promise.all(
      Array.from({ length: 3 }, () => migrate(database.connect(), of('0.3.0', THIRD))),
    );
    expect(await columns()).toEqual(['id', 'size']);
  });
});
