import { DecisionNote, Surface } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { selectShown } from './cardStore';
import { insertDeliveries, NewDelivery, StoredDelivery } from './store';

/** The part of a plan that its messages need. */
export interface CardPlan {
  id: string;
  revision: number;
  createdBy: string;
  submittedBy: string | undefined;
}

/** What happened to a plan, as its threads tell it; the person is named when the message is drawn. */
export interface Happening {
  decider: string;
  onBehalfOf?: string | undefined;
  verdict: DecisionNote['verdict'];
  reason?: string;
  surface: Surface;
  at: string;
}

type Ids = Pick<Context, 'newId' | 'settings'>;

/**
 * Draws every copy of the card again, and every reminder that was sent. A copy that is not sent yet gets its update too: it may be on its
 * way with the state before this one.
 */
export async function redrawCards(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  at: string,
): Promise<void> {
  const shown = await selectShown(tx, plan.id, at);
  await insertDeliveries(tx, redrawn(ctx, plan, shown, at), at);
}

/** Draws what shows a plan again, and tells in the thread of every copy of the card what happened to it. */
export async function tellThreads(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  happening: Happening,
): Promise<void> {
  await insertDeliveries(tx, await told(ctx, tx, plan, happening), happening.at);
}

/**
 * The same where something came of the request: whoever asked for the release hears it in person.
 * @param approvers - who hears, too, that somebody approved alone
 */
export async function tellOutcome(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  happening: Happening,
  approvers: readonly string[] = [],
): Promise<void> {
  const deliveries = [
    ...(await told(ctx, tx, plan, happening)),
    ...approvers.map(target => toApprover(ctx, plan, target, happening)),
    toRequester(ctx, plan, happening),
  ];
  await insertDeliveries(tx, deliveries, happening.at);
}

async function told(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  happening: Happening,
): Promise<NewDelivery[]> {
  const shown = await selectShown(tx, plan.id, happening.at);
  return [
    ...redrawn(ctx, plan, shown, happening.at),
    ...shown
      .filter(({ kind }) => kind === 'approval-card')
      .map((card): NewDelivery => ({
        ...answerTo(ctx, card, happening.at),
        key: `${card.key}:n${plan.revision}`,
        kind: 'decision-note',
        act: 'reply',
        detail: happening,
      })),
  ];
}

function redrawn(
  ctx: Ids,
  plan: CardPlan,
  shown: readonly StoredDelivery[],
  at: string,
): NewDelivery[] {
  return shown.map(({ detail, ...message }) => ({
    ...answerTo(ctx, message, at),
    key: `${message.key}:r${plan.revision}`,
    kind: message.kind,
    act: 'update',
    ...(message.kind === 'reminder' ? { detail: JSON.parse(detail) } : {}),
  }));
}

function toApprover(ctx: Ids, plan: CardPlan, target: string, happening: Happening): NewDelivery {
  return {
    id: ctx.newId(),
    key: `plan:${plan.id}:alone:r${plan.revision}:${target}`,
    lane: `plan:${plan.id}:alone:${target}`,
    kind: 'break-glass-notice',
    act: 'post',
    targetKind: 'person',
    target,
    planId: plan.id,
    dueAt: happening.at,
    detail: happening,
  };
}

function toRequester(ctx: Ids, plan: CardPlan, happening: Happening): NewDelivery {
  const target = plan.submittedBy ?? plan.createdBy;
  return {
    id: ctx.newId(),
    key: `plan:${plan.id}:outcome:r${plan.revision}`,
    lane: `plan:${plan.id}:${target}`,
    kind: 'outcome-notice',
    act: 'post',
    targetKind: 'person',
    target,
    planId: plan.id,
    dueAt: happening.at,
    detail: happening,
  };
}

function answerTo(
  ctx: Ids,
  card: {
    id: string;
    lane: string;
    targetKind: 'person' | 'channel';
    target: string;
    planId: string | undefined;
  },
  at: string,
): Omit<NewDelivery, 'key' | 'kind' | 'act'> {
  return {
    id: ctx.newId(),
    lane: card.lane,
    targetKind: card.targetKind,
    target: card.target,
    ...(card.planId ? { planId: card.planId } : {}),
    baseId: card.id,
    dueAt: at,
  };
}
