import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place } from '../stand/config';
import { Stand } from '../stand/Stand';
import { Bulk, postgresBulk, sqliteBulk } from './bulk';
import { seedCatalogue } from './catalogue';
import { seedOffers, timesAround } from './offers';

/** How much is seeded; the catalogue is not filled beyond what it answers about in reasonable time. */
export interface Amount {
  offers: number;
  entities: number;
}

const secondsFrom = (began: number, ended: number) => `${Math.round((ended - began) / 1000)} s`;

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

/** Seeds a place once; what was seeded before by the same migrations is used again. */
export async function seeded(place: Place, directory: string, amount: Amount): Promise<void> {
  const mark = join(directory, 'seeded.json');
  const wanted = JSON.stringify(amount);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  if (place.kind === 'sqlite3') mkdirSync(place.directory, { recursive: true });
  // The backend makes the tables.
  const stand = await Stand.start(place, directory, []);
  await stand.stop();
  const began = Date.now();
  const offers = bulkOf(place, 'offers');
  await seedOffers(offers, { from: 0, count: amount.offers }, timesAround(new Date()));
  await offers.run('analyze');
  await offers.close();
  const between = Date.now();
  const catalogue = bulkOf(place, 'catalog');
  await seedCatalogue(catalogue, { from: 0, count: amount.entities }, true);
  await catalogue.run('analyze');
  await catalogue.close();
  console.error(
    `Seeded ${amount.offers} offers in ${secondsFrom(began, between)} and ${amount.entities} entities in ${secondsFrom(between, Date.now())}.`,
  );
  writeFileSync(mark, wanted);
}
