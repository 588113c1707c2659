import { publishDatabases } from '../../support/databases';

/** As many as a plan takes, and as the fullest page of the catalogue shows. */
const IN_A_PLAN = 50;

/** One more, so that there is a page after the first. */
const OFFERS = IN_A_PLAN + 1;

/** Publishes offers that an engineer sees, more than one page of the catalogue shows. */
export async function fill(portal: string): Promise<void> {
  const titles = Array.from({ length: OFFERS }, (_, index) => `PostgreSQL ${index + 1}`);
  for (let from = 0; from < OFFERS; from += IN_A_PLAN) {
    await publishDatabases(portal, titles.slice(from, from + IN_A_PLAN));
  }
}
