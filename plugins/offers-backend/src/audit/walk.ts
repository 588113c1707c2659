import { AuditFilters, AuditLink } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectAuditHead, selectAuditRange } from './store';

/**
 * How many numbers of the log one statement covers. The statement reads no more than these, whatever the
 * filters leave of them: SQLite has one connection, and others wait for it.
 */
const STRIDE = 1000;

/**
 * The log from its first entry to where it ends now, in order, a stride at a time: constant memory, and
 * no statement or connection held in between. What is appended meanwhile is not in it.
 */
export async function* auditLinks(
  knex: Connection,
  filters: AuditFilters = {},
): AsyncGenerator<AuditLink> {
  const { seq: end } = await selectAuditHead(knex);
  yield* linksUpTo(knex, end, filters);
}

/** The log from its first entry up to a number. */
export async function* linksUpTo(
  knex: Connection,
  end: number,
  filters: AuditFilters = {},
): AsyncGenerator<AuditLink> {
  for (let after = 0; after < end; after += STRIDE) {
    const upTo = Math.min(after + STRIDE, end);
    yield* await selectAuditRange(knex, { after, upTo }, filters);
  }
}
