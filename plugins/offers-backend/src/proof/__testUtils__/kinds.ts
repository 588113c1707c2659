import { databaseKinds } from '../../__testUtils__/databases';

/** Both SQLite clients speak the same SQL: for what asks through HTTP, one of them is enough. */
export const proofKinds = databaseKinds.filter(kind => kind !== 'better-sqlite3');
