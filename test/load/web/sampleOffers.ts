import { publishDatabases } from '../../support/databases';

/** As many as the fullest page of the catalogue shows, and one more, so that there is a page after it. */
const OFFERS = 51;

/** Publishes offers that an engineer sees, more than one page of the catalogue shows. */
export async function fill(portal: string): Promise<void> {
  await publishDatabases(
    portal,
    Array.from({ length: OFFERS }, (_, index) => `PostgreSQL ${index + 1}`),
  );
}
