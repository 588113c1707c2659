import {
  AUDIT_GENESIS,
  AuditEntry,
  auditHash,
  AuditLink,
  AuditPage,
  AuditQuery,
  AuditSubjectKind,
  firstTouched,
  surfaceSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Context } from '../context';
import { Refusal } from '../refusal';
import { appendAudit, lockAuditHead, selectAudit, selectAuditFrom, selectAuditHead } from './store';

/** One change, as a use case tells it. */
export interface Told {
  at: string;
  actor: string;
  surface: string;
  action: string;
  subjectKind: AuditSubjectKind;
  subjectId: string;
  reason?: string | undefined;
  change?: Record<string, unknown>;
}

/** Writes changes into the log, in the transaction of the change itself (rule 12). */
export async function record(tx: Knex.Transaction, ...told: Told[]): Promise<void> {
  let { seq, hash: previousHash } = await lockAuditHead(tx);
  const links: AuditLink[] = [];
  for (const { reason, change, ...rest } of told) {
    seq += 1;
    const facts = { ...rest, seq, reason: reason ?? null, change: JSON.stringify(change ?? {}) };
    const hash = auditHash(facts, previousHash);
    links.push({ ...facts, previousHash, hash });
    previousHash = hash;
  }
  await appendAudit(tx, links);
}

/** A page of the log, latest first. */
export async function readAudit(ctx: Context, query: AuditQuery): Promise<AuditPage> {
  const before = query.cursor ? seqOf(query.cursor) : undefined;
  const links = await selectAudit(ctx.db.knex, {
    ...(query.subjectKind ? { subjectKind: query.subjectKind } : {}),
    ...(query.subjectId ? { subjectId: query.subjectId } : {}),
    ...(before === undefined ? {} : { before }),
    limit: query.limit + 1,
  });
  const items = links.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(toEntry),
    ...(last && links.length > query.limit ? { nextCursor: encodeCursor([String(last.seq)]) } : {}),
  };
}

function seqOf(cursor: string): number {
  const seq = Number(decodeCursor(cursor, 1)[0]);
  if (Number.isSafeInteger(seq) && seq > 0) return seq;
  throw new Refusal('invalid-input', {
    fields: [{ field: 'cursor', remedy: 'Use the cursor of the page before, unchanged' }],
  });
}

/** The first entry that was touched, or undefined when the log is whole (rule 12). */
export async function checkAudit(ctx: Pick<Context, 'db'>): Promise<number | undefined> {
  const all: AuditLink[] = [];
  const batch = 1000;
  for (;;) {
    const links = await selectAuditFrom(ctx.db.knex, all.length + 1, batch);
    all.push(...links);
    if (links.length < batch) break;
  }
  const touched = firstTouched(all);
  if (touched !== undefined) return touched;
  const head = await selectAuditHead(ctx.db.knex);
  const last = all.at(-1);
  // Entries cut off at the end leave a whole chain; the head still remembers them.
  return head.seq === (last?.seq ?? 0) && head.hash === (last?.hash ?? AUDIT_GENESIS)
    ? undefined
    : all.length + 1;
}

function toEntry(link: AuditLink): AuditEntry {
  const { seq, at, actor, action, subjectKind, subjectId, reason, change } = link;
  return {
    seq,
    at,
    actor,
    surface: surfaceSchema.parse(link.surface),
    action,
    subjectKind,
    subjectId,
    ...(reason ? { reason } : {}),
    change: JSON.parse(change),
  };
}
