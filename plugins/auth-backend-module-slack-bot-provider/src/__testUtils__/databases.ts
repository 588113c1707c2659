import knexFactory, { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One database that any number of replicas can connect to. */
export type SharedDatabase = { connect(): Knex; destroy(): Promise<void> };

/** Each kind of database that can be had here; PostgreSQL when a server is named. */
export const databaseKinds: [string, () => Promise<SharedDatabase>][] = [
  ['sqlite3', () => sqliteFile('sqlite3')],
  ['better-sqlite3', () => sqliteFile('better-sqlite3')],
];

const server = process.env.OFFERDESK_TEST_POSTGRES;
if (server) databaseKinds.push(['pg', () => postgresDatabase(server)]);

async function sqliteFile(client: string): Promise<SharedDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'slack-bot-provider-'));
  const connections: Knex[] = [];
  return {
    connect() {
      const connection = { filename: join(directory, 'auth.sqlite') };
      const knex = knexFactory({ client, connection, useNullAsDefault: true });
      connections.push(knex);
      return knex;
    },
    async destroy() {
      await Promise.all(connections.map(knex => knex.destroy()));
      rmSync(directory, { recursive: true });
    },
  };
}

async function postgresDatabase(address: string): Promise<SharedDatabase> {
  const name = `slack_bot_provider_${randomBytes(6).toString('hex')}`;
  const admin = knexFactory({ client: 'pg', connection: address });
  await admin.raw('create database ??', [name]);
  const connections: Knex[] = [];
  return {
    connect() {
      const url = new URL(address);
      url.pathname = `/${name}`;
      const knex = knexFactory({ client: 'pg', connection: url.toString() });
      connections.push(knex);
      return knex;
    },
    async destroy() {
      await Promise.all(connections.map(knex => knex.destroy()));
      await admin.raw('drop database ??', [name]);
      await admin.destroy();
    },
  };
}
