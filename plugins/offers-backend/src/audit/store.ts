import { AuditLink, AuditQuery } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

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
export async function lockAuditHead(tx: Connection): Promise<{ seq: number; hash: string }> {
  const head = await tx('audit_head').where({ id: 1 }).forUpdate().first<{
    seq: number;
    hash: string;
  }>();
  if (!head) throw new Error('The audit log has lost its head; run the migrations again.');
  return head;
}

/** Where the log ends. */
export async function selectAuditHead(knex: Connection): Promise<{ seq: number; hash: string }> {
  const head = await knex('audit_head')
    .where({ id: 1 })
    .first<{ seq: number; hash: string } | undefined>('seq', 'hash');
  return head ?? { seq: 0, hash: '' };
}

/** Appends entries and moves the head. */
export async function appendAudit(tx: Connection, links: readonly AuditLink[]): Promise<void> {
  const last = links.at(-1);
  if (!last) return;
  await tx('audit').insert(links.map(toRow));
  await tx('audit_head').where({ id: 1 }).update({ seq: last.seq, hash: last.hash });
}

/** A page of the log, latest first; `before` is the sequence number that the page ends before. */
export async function selectAudit(
  knex: Connection,
  query: Pick<AuditQuery, 'subjectKind' | 'subjectId'> & { before?: number; limit: number },
): Promise<AuditLink[]> {
  const rows = await knex<AuditRow>('audit')
    .modify(found => {
      if (query.subjectKind) found.where('subject_kind', query.subjectKind);
      if (query.subjectId) found.where('subject_id', query.subjectId);
      if (query.before !== undefined) found.where('seq', '<', query.before);
    })
    .orderBy('seq', 'desc')
    .limit(query.limit);
  return rows.map(fromRow);
}

/** The log from a sequence number on, in order. */
export async function selectAuditFrom(
  knex: Connection,
  from: number,
  limit: number,
): Promise<AuditLink[]> {
  const rows = await knex<AuditRow>('audit').where('seq', '>=', from).orderBy('seq').limit(limit);
  return rows.map(fromRow);
}

function toRow(link: AuditLink): AuditRow {
  const { subjectKind, subjectId, previousHash, ...same } = link;
  return {
    ...same,
    subject_kind: subjectKind,
    subject_id: subjectId,
    previous_hash: previousHash,
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
