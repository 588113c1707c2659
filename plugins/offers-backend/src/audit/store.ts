import { AuditFilters, AuditHead, AuditLink } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { insertRowsIf } from '../database/insertRows';

interface AuditRow {
  seq: number;
  at: string;
  actor: string;
  surface: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  reason: string | null;
  change: string;
  previous_hash: string;
  hash: string;
}

/** Locks the head of the log, so that entries get their places one after the other. */
export async function lockAuditHead(tx: Connection): Promise<AuditHead> {
  const head = await tx('audit_head')
    .where({ id: 1 })
    .forUpdate()
    .first<AuditHead | undefined>('seq', 'hash');
  if (!head) throw new Error('The audit log has lost its head; run the migrations again.');
  return head;
}

/** Where the log ends. */
export async function selectAuditHead(knex: Connection): Promise<AuditHead> {
  const head = await knex('audit_head')
    .where({ id: 1 })
    .first<AuditHead | undefined>('seq', 'hash');
  return head ?? { seq: 0, hash: '' };
}

/**
 * Appends entries, and moves the head of the log behind them, if it is still where somebody last saw it.
 * @returns whether it was: then its row is locked until the transaction ends
 */
export async function appendAudit(
  tx: Connection,
  links: readonly AuditLink[],
  { from, to }: Record<'from' | 'to', AuditHead>,
): Promise<boolean> {
  return insertRowsIf<AuditHead & { id: number }, AuditRow>(
    tx,
    {
      table: 'audit_head',
      where: { id: 1, seq: from.seq, hash: from.hash },
      change: { seq: to.seq, hash: to.hash },
    },
    'audit',
    links.map(toRow),
  );
}

/**
 * The area of an action: everything up to its dot. Written as in the migration that indexes it; both
 * kinds of database take an index for an expression only when it is spelt the same.
 */
const AREA = "rtrim(action, 'abcdefghijklmnopqrstuvwxyz-')";

/** What each filter compares, the one that leaves fewest entries first. */
function comparisons(filters: AuditFilters): [expression: string, value: string | undefined][] {
  const { subjectId, actor, action, subjectKind, surface } = filters;
  return [
    ['subject_id', subjectId],
    ['actor', actor],
    [action?.endsWith('.') ? AREA : 'action', action],
    ['subject_kind', subjectKind],
    ['surface', surface],
  ];
}

/** An offer with the plans that release or end it: the entries of each are found by the index of the subject. */
const WITH_ITS_PLANS = `(
  select ? union all
  select plan_id from plan_offers where offer_id = ? union all
  select plan_id from plan_terminations where offer_id = ?
)`;

/** A column in a form that no index serves. */
const unindexed = (column: string) => `${column} || ''`;

/**
 * The instant of an entry, as filters and order write it. Of an offer with its plans there are few entries, and no
 * index has them in order: they are sorted, and no planner may walk along the whole log instead.
 */
const instantFor = ({ offer }: AuditFilters) => (offer ? unindexed('at') : 'at');

/**
 * Puts the filters into a query. Each filter has an index in the order of the page; a planner without
 * statistics takes any of them, so all but the first are written in a form that no index serves.
 *
 * @param indexed - false for a query that is to walk along `seq`, whatever the filters
 */
function applyFilters(
  query: Knex.QueryBuilder,
  filters: AuditFilters,
  { indexed }: { indexed: boolean },
): void {
  const { offer, from, until } = filters;
  let free = indexed;
  if (offer) {
    const subject = free ? 'subject_id' : unindexed('subject_id');
    query.whereRaw(`${subject} in ${WITH_ITS_PLANS}`, [offer, offer, offer]);
    free = false;
  }
  for (const [expression, value] of comparisons(filters)) {
    if (value === undefined) continue;
    query.whereRaw(`${free ? expression : unindexed(expression)} = ?`, [value]);
    free = false;
  }
  const at = indexed ? instantFor(filters) : unindexed('at');
  if (from) query.whereRaw(`${at} >= ?`, [from]);
  if (until) query.whereRaw(`${at} < ?`, [until]);
}

/** Where a page of the log begins: before this entry. */
export interface AuditPlace {
  at: string;
  seq: number;
}

/** The query of a page of the log, latest first. */
export function auditPageQuery(
  knex: Connection,
  filters: AuditFilters,
  { before, limit }: { before?: AuditPlace | undefined; limit: number },
): Knex.QueryBuilder<AuditRow, AuditRow[]> {
  const query = knex<AuditRow, AuditRow[]>('audit');
  applyFilters(query, filters, { indexed: true });
  const at = instantFor(filters);
  if (before) query.whereRaw(`(${at}, seq) < (?, ?)`, [before.at, before.seq]);
  return query.orderByRaw(`${at} desc, seq desc`).limit(limit);
}

/** A page of the log, latest first. */
export async function selectAudit(
  ...query: Parameters<typeof auditPageQuery>
): Promise<AuditLink[]> {
  const rows = await auditPageQuery(...query);
  return rows.map(fromRow);
}

/** The latest entry of some actions on a subject: along the index of the subject, which holds few. */
export async function selectLatest(
  knex: Connection,
  { subjectId, actions }: { subjectId: string; actions: readonly string[] },
): Promise<AuditLink | undefined> {
  const marks = actions.map(() => '?').join(', ');
  const row = await knex<AuditRow, AuditRow[]>('audit')
    .where('subject_id', subjectId)
    .whereRaw(`action || '' in (${marks})`, [...actions])
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'seq', order: 'desc' },
    ])
    .first<AuditRow | undefined>();
  return row && fromRow(row);
}

/** The query of the entries of a range of numbers, `after` excluded, in order. */
export function auditRangeQuery(
  knex: Connection,
  { after, upTo }: { after: number; upTo: number },
  filters: AuditFilters = {},
): Knex.QueryBuilder<AuditRow, AuditRow[]> {
  const query = knex<AuditRow, AuditRow[]>('audit')
    .where('seq', '>', after)
    .where('seq', '<=', upTo);
  applyFilters(query, filters, { indexed: false });
  return query.orderBy('seq');
}

/** The entries of a range of numbers, in order. */
export async function selectAuditRange(
  ...query: Parameters<typeof auditRangeQuery>
): Promise<AuditLink[]> {
  const rows = await auditRangeQuery(...query);
  return rows.map(fromRow);
}

/** The first entry that stands beyond the head, where none can be; one statement, so one instant. */
export async function selectBeyondHead(knex: Connection): Promise<number | undefined> {
  const row = await knex('audit')
    .where('seq', '>', knex('audit_head').where({ id: 1 }).max('seq'))
    .min<{ seq: number | null }[]>({ seq: 'seq' });
  return row[0]?.seq ?? undefined;
}

function toRow(link: AuditLink): AuditRow {
  const { seq, at, actor, surface, action, reason, change, hash } = link;
  return {
    seq,
    at,
    actor,
    surface,
    action,
    subject_kind: link.subjectKind,
    subject_id: link.subjectId,
    reason,
    change,
    previous_hash: link.previousHash,
    hash,
  };
}

function fromRow(row: AuditRow): AuditLink {
  const { subject_kind, subject_id, previous_hash, ...same } = row;
  return {
    ...same,
    subjectKind: subject_kind,
    subjectId: subject_id,
    previousHash: previous_hash,
  };
}
