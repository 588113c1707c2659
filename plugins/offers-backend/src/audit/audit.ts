import {
  AuditEntry,
  AuditHead,
  auditHash,
  AuditLink,
  AuditPage,
  AuditQuery,
  AuditSubjectKind,
  surfaceSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { atEndOf, recordedIn } from '../database/unitOfWork';
import { Refusal } from '../refusal';
import { sha256 } from './sha256';
import { appendAudit, AuditPlace, lockAuditHead, selectAudit, selectLatest } from './store';

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

/** What a transaction has told so far: what happened before it, and what it does itself. */
interface Waiting {
  before: Told[];
  told: Told[];
}

const waiting = new WeakMap<Knex.Transaction, Waiting>();

/**
 * Writes changes into the log, in the transaction of the change itself (rule 12). They are kept until the
 * transaction is about to commit, and appended all at once in the order in which they were told: every writer waits
 * for the head of the log, so its lock is the last thing that a transaction takes.
 */
export async function record(tx: Knex.Transaction, ...told: Told[]): Promise<void> {
  waitingIn(tx).told.push(...told);
}

/** The same for what had happened before the transaction and stands in no entry yet: it comes before all that it does. */
export async function recordFirst(tx: Knex.Transaction, ...told: Told[]): Promise<void> {
  waitingIn(tx).before.push(...told);
}

function waitingIn(tx: Knex.Transaction): Waiting {
  const known = waiting.get(tx);
  if (known) return known;
  const all: Waiting = { before: [], told: [] };
  atEndOf(tx, 'log', () => append(tx, [...all.before, ...all.told]));
  waiting.set(tx, all);
  return all;
}

/** Where the log of a database ended when this process last appended to it; a guess that the database checks. */
const ends = new WeakMap<object, AuditHead>();

/** The end of the transaction of this process that appends last to the log of a database. */
const turns = new WeakMap<object, Promise<unknown>>();

async function append(tx: Knex.Transaction, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await turnOf(tx);
  const links =
    (await appendedTo(tx, told, ends.get(tx.client.config))) ?? (await behind(tx, told));
  recordedIn(tx, links);
}

/**
 * Waits until the transactions of this process that came before have ended, so that it is known where they leave the log:
 * whoever guesses before that guesses wrong, and has to lock and read the head.
 */
async function turnOf(tx: Knex.Transaction): Promise<void> {
  const { config } = tx.client;
  const before = turns.get(config);
  turns.set(
    config,
    // What it appended is not there: nobody guesses by it.
    tx.executionPromise.catch(() => ends.delete(config)),
  );
  await before;
}

/** Takes the places behind the head that is there: somebody else appended, or this process did not yet. */
async function behind(tx: Knex.Transaction, told: readonly Told[]): Promise<AuditLink[]> {
  const links = await appendedTo(tx, told, await lockAuditHead(tx));
  if (!links) throw new Error('The head of the audit log moved while it was locked.');
  return links;
}

/** Takes the places behind a head, unless it is not where the log ends. */
async function appendedTo(
  tx: Knex.Transaction,
  told: readonly Told[],
  head: AuditHead | undefined,
): Promise<AuditLink[] | undefined> {
  if (!head) return undefined;
  const links = chained(told, head);
  const end = links.at(-1) ?? head;
  if (!(await appendAudit(tx, links, { from: head, to: end }))) return undefined;
  ends.set(tx.client.config, { seq: end.seq, hash: end.hash });
  return links;
}

function chained(told: readonly Told[], head: AuditHead): AuditLink[] {
  let { seq, hash: previousHash } = head;
  return told.map(({ at, actor, surface, action, subjectKind, subjectId, reason, change }) => {
    seq += 1;
    const link = {
      seq,
      at,
      actor,
      surface,
      action,
      subjectKind,
      subjectId,
      reason: reason ?? null,
      change: JSON.stringify(change ?? {}),
      previousHash,
      hash: '',
    };
    link.hash = auditHash(link, previousHash, sha256);
    previousHash = link.hash;
    return link;
  });
}

/** The latest entry of some actions on a subject, among what has been committed. */
export async function latestEntry(
  connection: Connection,
  of: { subjectId: string; actions: readonly string[] },
): Promise<AuditEntry | undefined> {
  const link = await selectLatest(connection, of);
  return link && toEntry(link);
}

/** A page of the log, latest first. */
export async function readAudit(
  ctx: Context,
  { limit, cursor, ...filters }: AuditQuery,
): Promise<AuditPage> {
  const before = cursor ? placeOf(cursor) : undefined;
  const links = await selectAudit(ctx.db.knex, filters, { before, limit: limit + 1 });
  const items = links.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toEntry),
    ...(last && links.length > limit
      ? { nextCursor: encodeCursor([last.at, String(last.seq)]) }
      : {}),
  };
}

function placeOf(cursor: string): AuditPlace {
  const [at = '', number] = decodeCursor(cursor, 2);
  const seq = Number(number);
  if (Number.isSafeInteger(seq) && seq > 0 && seq < 2 ** 31) return { at, seq };
  throw new Refusal('invalid-input', {
    fields: [{ field: 'cursor', remedy: 'Use the cursor of the page before, unchanged' }],
  });
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
