import { Delegation, escalatesAt, peopleAsked } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { AskedPlan, OpenedStep, planReminders, sendCards } from './asking';
import { selectCards } from './cardStore';

/**
 * Asks who has come to stand in for somebody whom a waiting step asks, or asks when it escalates: from when they decide. Who is
 * asked already, for themselves or for somebody else, gets no second card, and none later than they were to.
 */
export async function askNewStandIn(
  ctx: Pick<Context, 'newId' | 'settings'>,
  tx: Knex.Transaction,
  plan: AskedPlan,
  opened: OpenedStep,
  delegation: Delegation,
): Promise<void> {
  const { step, excluded, at } = opened;
  const { delegator: onBehalfOf, delegate: target, from } = delegation;
  const people = peopleAsked(step, excluded);
  const isAsked = people.includes(onBehalfOf);
  const isFallback = step.escalation?.people.includes(onBehalfOf) && !excluded.includes(onBehalfOf);
  const asks = isAsked ? at : isFallback && escalatesAt(step);
  if (!asks || excluded.includes(target) || people.includes(target)) return;
  const [dueAt = at] = [at, asks, from].sort().reverse();
  const cards = await selectCards(tx, plan.id);
  const isSooner = cards.some(
    card => card.target === target && card.state !== 'withheld' && card.dueAt <= dueAt,
  );
  if (!isSooner) await sendCards(ctx, tx, plan, [{ targetKind: 'person', target, dueAt }], at);
  if (isAsked) {
    const since = { ...opened, at: step.openedAt ?? at };
    await planReminders(ctx, tx, plan, since, [{ target, dueAt, onBehalfOf, delegation }]);
  }
}
