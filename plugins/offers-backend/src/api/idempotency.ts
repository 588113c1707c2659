import { hashJson } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { sha256 } from '../audit/sha256';
import { setRows } from '../database/plainRows';
import { planned, rowsOf } from '../database/statements';
import { Refusal } from '../refusal';

/** What makes a request the same request: who sent it, their key, and what it asks. */
export interface IdempotentRequest {
  caller: string;
  key: string;
  operation: string;
  input: unknown;
}

/** How long an answer is kept for a repeated request, in days; the index by age makes forgetting cheap. */
const KEPT_DAYS = 7;

/** How often old answers are looked for. */
const FORGET_EVERY_MS = 3_600_000;

const daysBefore = (at: string): string =>
  new Date(Date.parse(at) - KEPT_DAYS * 86_400_000).toISOString();

interface IdempotencyRow {
  caller: string;
  key: string;
  request_hash: string;
  response: string | null;
  created_at: string;
}

/** Takes a key, or gives what stands under it. */
const TAKE = `insert into idempotency (caller, "key", request_hash, created_at) values (?, ?, ?, ?)
  on conflict (caller, "key") do update set caller = excluded.caller returning request_hash, response`;

/** When answers were last forgotten, by database: once an hour is often enough. */
const forgotten = new WeakMap<object, number>();

async function forgetOld(tx: Knex.Transaction, at: string): Promise<void> {
  const since = Date.parse(at) - (forgotten.get(tx.client.config) ?? 0);
  if (since >= 0 && since < FORGET_EVERY_MS) return;
  await tx<IdempotencyRow>('idempotency').where('created_at', '<', daysBefore(at)).delete();
  forgotten.set(tx.client.config, Date.parse(at));
}

/**
 * Does the work once for a key: state and answer are stored in the same transaction, so a repeated
 * request gets the first answer (rules 5 and 6). What is refused is not stored, and may be tried again.
 *
 * @throws Refusal `idempotency-key-reused` when the key stands for another request
 */
export async function once<T>(
  tx: Knex.Transaction,
  request: IdempotentRequest,
  at: string,
  work: () => Promise<T>,
): Promise<T> {
  const { caller, key } = request;
  const requestHash = hashJson([request.operation, request.input ?? null], sha256);
  await forgetOld(tx, at);
  // Takes the key, or reads and locks what stands under it. On PostgreSQL it waits for a running transaction with
  // the same key; SQLite has one at a time.
  const [row] = await rowsOf<Pick<IdempotencyRow, 'request_hash' | 'response'>>(tx, planned(TAKE), [
    caller,
    key,
    requestHash,
    at,
  ]);
  if (row && row.request_hash !== requestHash) throw new Refusal('idempotency-key-reused');
  if (row?.response) return JSON.parse(row.response);
  const response = await work();
  await setRows<IdempotencyRow>(
    tx,
    'idempotency',
    { caller, key },
    { response: JSON.stringify(response) },
  );
  return response;
}
