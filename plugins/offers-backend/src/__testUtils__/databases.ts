import knexFactory, { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMigrated, sqliteTemplate } from './templates';

/** One database that any number of replicas can connect to. */
export interface TestDatabase {
  /** what a client of another process connects with */
  connection: Knex.StaticConnectionConfig | string;
  connect(): Knex;
  destroy(): Promise<void>;
}

/** A kind of database by its knex client. */
export type DatabaseKind = 'sqlite3' | 'better-sqlite3' | 'pg';

const server = process.env.OFFERDESK_TEST_POSTGRES;

/** Every kind that can be had here: PostgreSQL when `npm test` names a server that it started. */
export const databaseKinds: DatabaseKind[] = [
  'sqlite3',
  'better-sqlite3',
  ...(server ? (['pg'] as const) : []),
];

/** A new database with the tables of the plugin, as its migrations leave them. */
export async function aDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'pg') return postgres(server ?? '', createMigrated);
  return sqlite(kind, await sqliteTemplate(kind));
}

/** A new database without a table. */
export async function anEmptyDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'pg' ? postgres(server ?? '', createEmpty) : sqlite(kind);
}

/** How many statements a connection of the tests keeps. */
const MOST_STATEMENTS = 2_000;

/** In memory where there is such a place: the store is the same, and no disk has to keep up. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

function sqlite(client: string, template?: string): TestDatabase {
  const directory = mkdtempSync(join(place, 'offers-backend-'));
  const file = { filename: join(directory, 'offers.sqlite') };
  if (template) copyFileSync(template, file.filename);
  const open: Knex[] = [];
  return {
    connection: file,
    connect() {
      const knex = knexFactory({
        client,
        connection: file,
        useNullAsDefault: true,
        pool: {
          min: 1,
          max: 1,
          afterCreate(connection: unknown, done: (error: Error | null, made: unknown) => void) {
            enforceKeys(client, connection, () => done(null, connection));
          },
        },
      });
      open.push(knex);
      return knex;
    },
    async destroy() {
      await Promise.all(open.map(knex => knex.destroy()));
      rmSync(directory, { recursive: true });
    },
  };
}

/** As Backstage does: foreign keys hold. The two drivers are called in different ways. */
function enforceKeys(client: string, connection: unknown, done: () => void): void {
  const statement = 'PRAGMA foreign_keys = ON';
  if (client === 'sqlite3') {
    (connection as { run(sql: string, done: () => void): void }).run(statement, done);
    return;
  }
  (connection as { exec(sql: string): void }).exec(statement);
  keepStatements(connection as Preparing);
  done();
}

interface Preparing {
  prepare(sql: string): unknown;
}

/** Knex has `better-sqlite3` prepare each statement anew, which takes as long as many a statement itself. */
function keepStatements(connection: Preparing): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, unknown>();
  connection.prepare = sql => {
    const statement = kept.get(sql) ?? prepare(sql);
    if (kept.size < MOST_STATEMENTS) kept.set(sql, statement);
    return statement;
  };
}

async function createEmpty(admin: Knex, _address: string, name: string): Promise<void> {
  await admin.raw('create database ??', [name]);
}

async function postgres(address: string, create: typeof createEmpty): Promise<TestDatabase> {
  const name = `offers_${randomBytes(6).toString('hex')}`;
  // One connection: the lock under which a template is made is held by it.
  const admin = knexFactory({ client: 'pg', connection: address, pool: { min: 0, max: 1 } });
  await create(admin, address, name);
  const open: Knex[] = [];
  const url = new URL(address);
  url.pathname = `/${name}`;
  const connection = url.toString();
  return {
    connection,
    connect() {
      const knex = knexFactory({
        client: 'pg',
        connection,
        pool: { min: 0, max: 5 },
      });
      open.push(knex);
      return knex;
    },
    async destroy() {
      await Promise.all(open.map(knex => knex.destroy()));
      await admin.raw('drop database ?? with (force)', [name]);
      await admin.destroy();
    },
  };
}
