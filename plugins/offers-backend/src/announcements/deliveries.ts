import {
  Claim,
  ClaimedDelivery,
  DeliveryState,
  DeliverySummary,
  Settle,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { Ahead, ahead } from '../database/readAhead';
import { hintIn } from '../database/unitOfWork';
import { found, Refusal } from '../refusal';
import { drawApart } from './drawApart';
import { Drawn } from './drawnTo';
import { AboutToBeSent, letRest, Rest, restsOf } from './quiet';
import { deliverySubject, deliverySummary } from './summary';
import {
  claimDelivery,
  DELIVERIES,
  selectDeliveries,
  selectDeliveriesById,
  selectDelivery,
  selectDue,
  Settlement,
  settleDelivery,
  StoredDelivery,
  withholdDependents,
} from './store';

/** How long an unclear delivery waits, so that a message that Slack took late is in its history by then. */
const UNCLEAR_WAIT_SECONDS = 15;

/** After so many attempts a delivery fails, where a person sees it; with back-off that is about a day. */
const MAX_ATTEMPTS = 200;

/** What could not be drawn waits longer each time, up to ten minutes. */
const UNDRAWN_WAIT_SECONDS = { first: 15, most: 600 };

/** The deliveries of a plan as managers see them. */
export async function deliveriesOf(
  connection: Connection,
  planId: string,
): Promise<DeliverySummary[]> {
  const deliveries = await selectDeliveries(connection, planId);
  return deliveries.map(deliverySummary);
}

/** The deliveries of a plan, to be read ahead. */
export const deliveriesAhead = (planId: string): Ahead => ahead(DELIVERIES, [planId]);

/** Why what belongs to a message that failed is not sent; it is, once that message is. */
export const BASE_FAILED = 'The message that it belongs to could not be sent.';

/**
 * Claims deliveries that are due for a worker. Each claim has a token; when the lease ends before the
 * worker settles, the next claim gets another, and the first can settle no more (rule 5).
 */
export async function claimDeliveries(ctx: Context, claim: Claim): Promise<ClaimedDelivery[]> {
  const claimed = await ctx.db.transaction(tx => takeDue(ctx, tx, claim));
  const drawn = await drawApart(ctx, claimed);
  const bases = await selectDeliveriesById(
    ctx.db.knex,
    claimed.flatMap(({ baseId }) => (baseId ? [baseId] : [])),
  );
  const rests = await restsOf(ctx, ctx.db.knex, sayable(claimed, drawn));
  const out: ClaimedDelivery[] = [];
  for (const delivery of claimed) {
    const body = drawn.get(delivery.id);
    const rest = rests.get(delivery.id);
    if (!body?.ok) await refuse(ctx, delivery, body);
    else if (rest && 'until' in rest) await letRest(ctx, { delivery, body: body.body });
    else out.push(handOver(delivery, body, bases, rest));
  }
  return out;
}

function sayable(
  claimed: readonly StoredDelivery[],
  drawn: ReadonlyMap<string, Drawn>,
): AboutToBeSent[] {
  return claimed.flatMap(delivery => {
    const said = drawn.get(delivery.id);
    return said?.ok ? [{ delivery, body: said.body }] : [];
  });
}

async function takeDue(
  ctx: Context,
  tx: Knex.Transaction,
  { worker, limit, leaseSeconds }: Claim,
): Promise<StoredDelivery[]> {
  const now = await ctx.db.now(tx);
  const leaseUntil = later(now, leaseSeconds);
  const taken: StoredDelivery[] = [];
  for (const due of await selectDue(tx, now, limit)) {
    const token = ctx.newId();
    if (await claimDelivery(tx, due, { token, worker, leaseUntil, now })) {
      taken.push({
        ...due,
        token,
        leaseUntil,
        attempts: due.attempts + 1,
        mayHavePosted: due.mayHavePosted || due.state !== 'pending',
        firstAttemptAt: due.firstAttemptAt ?? now,
      });
    }
  }
  return taken;
}

function handOver(
  delivery: StoredDelivery,
  { body, target }: Extract<Drawn, { ok: true }>,
  bases: readonly StoredDelivery[],
  rest: Extract<Rest, { ask: unknown }> | undefined,
): ClaimedDelivery {
  const base = bases.find(({ id }) => id === delivery.baseId);
  return {
    id: delivery.id,
    token: delivery.token ?? '',
    key: delivery.key,
    act: delivery.act,
    attempt: delivery.attempts,
    leaseUntil: delivery.leaseUntil ?? '',
    mayHavePosted: delivery.mayHavePosted,
    firstAttemptAt: delivery.firstAttemptAt ?? '',
    target: rest && target.kind === 'person' ? { ...target, quiet: rest.ask } : target,
    ...(base?.messageChannel && base.messageTs
      ? { message: { channel: base.messageChannel, ts: base.messageTs } }
      : {}),
    body,
  };
}

/** What cannot be drawn cannot be sent: it is tried again, or kept where the catalog manager sees it. */
async function refuse(
  ctx: Context,
  { id, token, mayHavePosted, attempts }: StoredDelivery,
  drawn: Extract<Drawn, { ok: false }> | undefined,
): Promise<void> {
  const error = drawn?.error ?? 'It could not be drawn.';
  if (!drawn?.withheld) {
    const { first, most } = UNDRAWN_WAIT_SECONDS;
    const outcome: Settle['outcome'] = drawn?.isPassing
      ? { result: 'retry', error, afterSeconds: Math.min(first * attempts, most) }
      : { result: 'failed', error };
    await settle(ctx, id, { token: token ?? '', outcome });
    return;
  }
  await ctx.db.transaction(async tx => {
    await settleDelivery(tx, id, token ?? '', { state: 'withheld', mayHavePosted, error });
    await withholdDependents(tx, id, error);
  });
}

/**
 * Stores what became of a claimed delivery. Settling twice with one token is one settlement.
 * @throws Refusal `lease-lost` when the claim has passed to another worker, `not-found`
 */
export async function settle(
  ctx: Context,
  id: string,
  { token, outcome }: Settle,
): Promise<{ state: DeliveryState; at: string }> {
  return ctx.db.transaction(async tx => {
    const at = await ctx.db.now(tx);
    const delivery = found(await selectDelivery(tx, id));
    const settlement = settlementOf(delivery, outcome, at);
    if (!(await settleDelivery(tx, id, token, settlement))) {
      if (delivery.token !== token) throw new Refusal('lease-lost');
      return { state: delivery.state, at };
    }
    hintIn(tx, 'deliveries');
    if (settlement.state === 'failed') {
      await withholdDependents(tx, id, BASE_FAILED);
    }
    if (settlement.state === 'failed' || settlement.state === 'sent') {
      await recordOutcome(tx, delivery, settlement, at);
    }
    return { state: settlement.state, at };
  });
}

function settlementOf(
  delivery: StoredDelivery,
  outcome: Settle['outcome'],
  at: string,
): Settlement {
  if (outcome.result === 'sent') {
    const { channel, ts } = outcome;
    return { state: 'sent', mayHavePosted: true, message: { channel, ts }, sentAt: at };
  }
  const { error } = outcome;
  if (outcome.result === 'failed' || delivery.attempts >= MAX_ATTEMPTS) {
    return { state: 'failed', mayHavePosted: delivery.mayHavePosted, error };
  }
  if (outcome.result === 'unclear') {
    return {
      state: 'unclear',
      mayHavePosted: true,
      dueAt: later(at, UNCLEAR_WAIT_SECONDS),
      error,
    };
  }
  return {
    state: 'pending',
    mayHavePosted: delivery.mayHavePosted,
    dueAt: later(at, outcome.afterSeconds),
    error,
  };
}

async function recordOutcome(
  tx: Knex.Transaction,
  delivery: StoredDelivery,
  { state, error }: Settlement,
  at: string,
): Promise<void> {
  if (delivery.kind !== 'announcement' && state !== 'failed') return;
  await record(tx, {
    at,
    actor: 'system:deliveries',
    surface: 'system',
    action: `delivery.${state}`,
    ...deliverySubject(delivery),
    change: { kind: delivery.kind, target: delivery.target, ...(error ? { error } : {}) },
  });
}

function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
