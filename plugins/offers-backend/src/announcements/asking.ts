import {
  AskedStep,
  Delegation,
  escalatesAt,
  peopleAsked,
  reminderInstants,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { standInsToAsk } from '../delegations/delegations';
import { CardPlan } from './cards';
import { redrawAtEnd } from './standInCards';
import { askLater, insertDeliveries, NewDelivery } from './store';

type Ids = Pick<Context, 'newId' | 'settings'>;

/** A plan whose step is asked for. */
export interface AskedPlan extends CardPlan {
  contentHash: string;
  round: number;
}

/** A step of a plan whose turn it has become. */
export interface OpenedStep {
  step: AskedStep;
  excluded: readonly string[];
  /** when the whole plan expires */
  expiresAt: string | undefined;
  at: string;
}

/** Who gets a card, and when. */
export interface CardTarget {
  targetKind: 'person' | 'channel';
  target: string;
  dueAt: string;
}

/** What a reminder reminds of, to be compared when it is due. */
export interface Reminded {
  contentHash: string;
  step: string;
  /** for whom the reminded person would decide */
  onBehalfOf?: string;
}

/**
 * Asks everyone whom a step asks: its people now, who stands in for them as soon as they do, its fallback
 * when it escalates; and plans their reminders. What is due later is compared with what is true then.
 */
export async function askStep(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: AskedPlan,
  opened: OpenedStep,
): Promise<void> {
  const { step, excluded, at } = opened;
  const { channel } = ctx.settings.approval;
  const people = peopleAsked(step, excluded);
  const escalates = escalatesAt(step);
  const fallback = (step.escalation?.people ?? []).filter(person => !excluded.includes(person));
  const now = await withStandIns(tx, people, excluded, at);
  const later = escalates ? await withStandIns(tx, fallback, excluded, escalates) : [];
  await sendCards(
    ctx,
    tx,
    plan,
    [
      ...[...now, ...later].map(({ target, dueAt }) => ({
        targetKind: 'person' as const,
        target,
        dueAt,
      })),
      ...(channel ? [{ targetKind: 'channel' as const, target: channel, dueAt: at }] : []),
    ],
    at,
  );
  for (const { delegation } of [...now, ...later]) {
    if (delegation) await redrawAtEnd(ctx, tx, delegation, at);
  }
  await planReminders(ctx, tx, plan, opened, now);
}

interface Asked {
  target: string;
  dueAt: string;
  onBehalfOf: string | undefined;
  /** by which they stand in, where they do */
  delegation: Delegation | undefined;
}

/** Some people and who stands in for them, from the instants at which they do. */
async function withStandIns(
  tx: Knex.Transaction,
  people: readonly string[],
  excluded: readonly string[],
  at: string,
): Promise<Asked[]> {
  const standIns = await standInsToAsk(tx, people, at);
  return [
    ...people.map(target => ({ target, dueAt: at, onBehalfOf: undefined, delegation: undefined })),
    ...standIns
      .filter(({ delegate }) => !excluded.includes(delegate) && !people.includes(delegate))
      .map(delegation => ({
        target: delegation.delegate,
        dueAt: delegation.from > at ? delegation.from : at,
        onBehalfOf: delegation.delegator,
        delegation,
      })),
  ];
}

/**
 * Sends the approval card. Nobody gets a second one; who was to get theirs later gets it when it is due
 * now.
 */
export async function sendCards(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: CardPlan,
  targets: readonly CardTarget[],
  at: string,
): Promise<void> {
  const cards = firstOf(targets).map(({ targetKind, target, dueAt }): NewDelivery => ({
    id: ctx.newId(),
    key: `plan:${plan.id}:card:${target}`,
    lane: `plan:${plan.id}:${target}`,
    kind: 'approval-card',
    act: 'post',
    targetKind,
    target,
    planId: plan.id,
    dueAt,
    ...(dueAt > at ? { detail: { onlyWhileWaiting: true } } : {}),
  }));
  await insertDeliveries(tx, cards, at);
  await askLater(tx, cards);
}

function firstOf(targets: readonly CardTarget[]): CardTarget[] {
  const first = new Map<string, CardTarget>();
  for (const each of targets) {
    const known = first.get(each.target);
    if (!known || each.dueAt < known.dueAt) first.set(each.target, each);
  }
  return [...first.values()];
}

/** Plans the reminders of some people who are asked, counted from when the step was opened. */
export async function planReminders(
  ctx: Ids,
  tx: Knex.Transaction,
  plan: AskedPlan,
  { step, expiresAt, at }: OpenedStep,
  asked: readonly Asked[],
): Promise<void> {
  const instants = reminderInstants(at, step.remindAfterHours, expiresAt);
  const reminders = asked.flatMap(({ target, onBehalfOf, dueAt }) =>
    instants
      .filter(instant => instant > dueAt)
      .map((instant, index): NewDelivery => {
        const detail: Reminded = {
          contentHash: plan.contentHash,
          step: step.id,
          ...(onBehalfOf ? { onBehalfOf } : {}),
        };
        const key = `plan:${plan.id}:remind:${plan.round}:${step.id}:${index}:${target}`;
        return {
          id: ctx.newId(),
          key,
          // A lane of its own: what is due next week must not hold up what is due before.
          lane: key,
          kind: 'reminder',
          act: 'post',
          targetKind: 'person',
          target,
          planId: plan.id,
          dueAt: instant,
          detail,
        };
      }),
  );
  await insertDeliveries(tx, reminders, at);
}
