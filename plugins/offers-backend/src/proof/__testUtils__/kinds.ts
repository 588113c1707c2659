import { databaseKinds } from '../../__testUtils__/databases';

/** The kind of database that a proof was asked to run on alone. */
const only = process.env.OFFERDESK_PROOF_DATABASE;

/** Both SQLite clients speak the same SQL: for what asks the whole portal, one of them is enough. */
export const proofKinds = databaseKinds.filter(kind =>
  only === undefined ? kind !== 'better-sqlite3' : kind === only,
);
