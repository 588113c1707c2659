import knexFactory from 'knex';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place } from '../stand/config';
import { Stand } from '../stand/Stand';
import { Bulk, postgresBulk, sqliteBulk } from './bulk';
import { seedCatalogue } from './catalogue';
import { seedOffers, timesAround } from './offers';

const MIGRATIONS = join(__dirname, '../../../plugins/offers-backend/migrations');

/** How much is seeded; the catalogue is not filled beyond what it answers about in reasonable time. */
export interface Amount {
  offers: number;
  entities: number;
}

const secondsFrom = (began: number) => `${Math.round((Date.now() - began) / 1000)} s`;

/** The bulk load of a plugin's database. */
export function bulkOf(place: Place, plugin: string): Bulk {
  return place.kind === 'sqlite3'
    ? sqliteBulk(join(place.directory, `${plugin}.sqlite`))
    : postgresBulk(place.server, `${place.prefix}${plugin}`);
}

/** The place of another number of offers, beside this one. */
export function placeOf(place: Place, directory: string, offers: number): Place {
  return place.kind === 'sqlite3'
    ? { kind: 'sqlite3', directory: join(directory, 'db') }
    : { ...place, prefix: `bench_${offers}_` };
}

/**
 * Seeds a place once. The catalogue's entities are used again; the offers are seeded anew when the backend got
 * other migrations, since they are written in the form that it writes now.
 */
export async function seeded(place: Place, directory: string, amount: Amount): Promise<void> {
  if (place.kind === 'sqlite3') mkdirSync(place.directory, { recursive: true });
  const offers = markIn(directory, 'offers', {
    count: amount.offers,
    migrations: readdirSync(MIGRATIONS),
  });
  const entities = markIn(directory, 'entities', { count: amount.entities });
  if (offers.isThere && entities.isThere) return;
  if (!offers.isThere) await dropped(place, 'offers');
  if (!entities.isThere) await dropped(place, 'catalog');
  // The backend makes the tables.
  const stand = await Stand.start(place, directory, []);
  await stand.stop();
  if (!entities.isThere) {
    await filled(place, 'catalog', `${amount.entities} entities`, bulk =>
      seedCatalogue(bulk, { from: 0, count: amount.entities }, true),
    );
    entities.set();
  }
  if (!offers.isThere) {
    await filled(place, 'offers', `${amount.offers} offers`, bulk =>
      seedOffers(bulk, { from: 0, count: amount.offers }, timesAround(new Date())),
    );
    offers.set();
  }
}

/** A note of what was seeded. */
function markIn(directory: string, name: string, wanted: object) {
  const file = join(directory, `seeded-${name}.json`);
  const text = JSON.stringify(wanted);
  const isThere = existsSync(file) && readFileSync(file, 'utf8') === text;
  if (!isThere) rmSync(file, { force: true });
  return { isThere, set: () => writeFileSync(file, text) };
}

async function filled(
  place: Place,
  plugin: string,
  what: string,
  fill: (bulk: Bulk) => Promise<void>,
): Promise<void> {
  const began = Date.now();
  const bulk = bulkOf(place, plugin);
  const indexes = await bulk.dropIndexes();
  await fill(bulk);
  for (const index of indexes) await bulk.run(index);
  await bulk.run('analyze');
  await bulk.close();
  console.error(`Seeded ${what} in ${secondsFrom(began)}.`);
}

async function dropped(place: Place, plugin: string): Promise<void> {
  if (place.kind === 'sqlite3') {
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(join(place.directory, `${plugin}.sqlite${suffix}`), { force: true });
    }
    return;
  }
  const admin = knexFactory({ client: 'pg', connection: place.server });
  await admin.raw('drop database if exists ?? with (force)', [`${place.prefix}${plugin}`]);
  await admin.destroy();
}
