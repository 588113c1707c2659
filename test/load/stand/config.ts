import { categories, groupRef, userRef } from '../seed/world';

/** Where the data lies: a directory of SQLite files, or a PostgreSQL server with a prefix for its databases. */
export type Place =
  { kind: 'sqlite3'; directory: string } | { kind: 'pg'; server: string; prefix: string };

/** The configuration of the backend that is measured. */
export function configFor(place: Place, port: number, signedIn: readonly string[]): object {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { title: 'Benchmark', baseUrl, packages: 'all' },
    organization: { name: 'Benchmark' },
    backend: {
      baseUrl,
      csp: { 'connect-src': ["'self'"], 'upgrade-insecure-requests': false },
      listen: { host: '127.0.0.1', port },
      database: databaseOf(place),
    },
    permission: { enabled: true },
    auth: {
      environment: 'development',
      providers: {
        samplePeople: {
          people: signedIn.map(name => ({ ref: userRef(name), title: name, role: 'Benchmark' })),
        },
      },
    },
    catalog: {
      rules: [{ allow: ['Component', 'Group', 'User'] }],
      // The seeded entities are as their provider left them: nothing is processed again meanwhile.
      processingInterval: { hours: 1000 },
    },
    offers: {
      portalUrl: baseUrl,
      roles: {
        catalogManager: [groupRef('catalog-managers')],
        releaseManager: [groupRef('release-managers')],
        productManager: [],
        operationsManager: [],
        supportSpecialist: [],
        testSpecialist: [],
      },
      categories,
      approval: { approvers: [groupRef('release-managers')], required: 1, channel: 'C0APPROV1' },
      announcements: {
        channels: [{ channel: 'C0OFFERS1', audience: [groupRef('team-000')] }],
      },
    },
  };
}

function databaseOf(place: Place): object {
  return place.kind === 'sqlite3'
    ? { client: 'sqlite3', connection: { directory: place.directory } }
    : { client: 'pg', connection: place.server, prefix: place.prefix };
}
