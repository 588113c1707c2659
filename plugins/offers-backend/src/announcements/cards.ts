import { DecisionNote, Surface } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { selectCards } from './cardStore';
import { selectSentReminders } from './reminderStore';
import { insertDeliveries, NewDelivery } from './store';

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
  const shown = [
    ...(await selectCards(tx, plan.id)),
    ...(await selectSentReminders(tx, plan.id, at)),
  ];
  await insertDeliveries(
    tx,
    shown.map(({ detail, ...message }) => ({
      ...answerTo(ctx, message, at),
      key: `${message.key}:r${plan.revision}`,
      kind: message.kind,
      act: 'update',
      ...(message.kind === 'reminder' ? { detail: JSON.parse(detail) } : {}),
    })),
    at,
  );
}

/** Tells what happened in the thread of every copy of the card. */
export async function tellThreads(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  happening: Happening,
): Promise<void> {
  const cards = await selectCards(tx, plan.id);
  await insertDeliveries(
    tx,
    cards.map(card => ({
      ...answerTo(ctx, card, happening.at),
      key: `${card.key}:n${plan.revision}`,
      kind: 'decision-note',
      act: 'reply',
      detail: happening,
    })),
    happening.at,
  );
}

/** Tells approvers in person that somebody approved alone. */
export async function tellApprovers(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  people: readonly string[],
  happening: Happening,
): Promise<void> {
  await insertDeliveries(
    tx,
    people.map(target => ({
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
    })),
    happening.at,
  );
}

/** Tells whoever asked for the release what came of it. */
export async function tellRequester(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  happening: Happening,
): Promise<void> {
  const target = plan.submittedBy ?? plan.createdBy;
  await insertDeliveries(
    tx,
    [
      {
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
      },
    ],
    happening.at,
  );
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
