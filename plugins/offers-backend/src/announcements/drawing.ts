import {
  ClaimedDelivery,
  DecisionNote,
  DeliveryBody,
  isBlocking,
  Person,
  PlanCard,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Reachable } from '../people/Directory';
import { PlanForCard, planForCard } from '../plans/card';
import { Happening } from './cards';
import { drawAnnouncement } from './drawAnnouncement';
import { StoredDelivery } from './store';
import { drawUpcoming, isUpcoming } from './upcoming';

/** What a delivery says and to whom, or why it cannot be sent. */
export type Drawn =
  | { ok: true; body: DeliveryBody; target: ClaimedDelivery['target'] }
  | { ok: false; error: string; withheld?: true };

type Names = ReadonlyMap<string, Reachable>;

/** Draws what each claimed delivery says, from the state as it is now. */
export async function drawBodies(
  ctx: Context,
  deliveries: readonly StoredDelivery[],
): Promise<Map<string, Drawn>> {
  const plans = new Map<string, PlanForCard | undefined>();
  for (const planId of new Set(deliveries.map(({ planId: id }) => id))) {
    plans.set(planId, await planForCard(ctx, planId));
  }
  const names = await ctx.directory.reach(
    deliveries.flatMap(delivery => peopleIn(delivery, plans.get(delivery.planId))),
  );
  const approvers = await approversNow(ctx, deliveries);
  const drawn = new Map<string, Drawn>();
  for (const delivery of deliveries) {
    drawn.set(
      delivery.id,
      isOutOfReach(delivery, approvers)
        ? {
            ok: false,
            withheld: true,
            error: `${delivery.target} does not approve plans any more, and gets no more of this one.`,
          }
        : await draw(ctx, delivery, plans.get(delivery.planId), names),
    );
  }
  return drawn;
}

/** Cards and their threads show cost and margin: who has left the approvers gets no more of them (rule 1). */
const isForApprovers = ({ targetKind, kind }: StoredDelivery) =>
  targetKind === 'person' && (kind === 'approval-card' || kind === 'decision-note');

function isOutOfReach(delivery: StoredDelivery, approvers: ReadonlySet<string>): boolean {
  return isForApprovers(delivery) && !approvers.has(delivery.target);
}

async function approversNow(
  ctx: Context,
  deliveries: readonly StoredDelivery[],
): Promise<Set<string>> {
  if (!deliveries.some(isForApprovers)) return new Set();
  return new Set(await ctx.directory.peopleOfAll(ctx.settings.approval.approvers));
}

function peopleIn(delivery: StoredDelivery, plan: PlanForCard | undefined): string[] {
  const happening = happeningOf(delivery);
  return [
    ...(delivery.targetKind === 'person' ? [delivery.target] : []),
    ...(happening ? [happening.decider] : []),
    ...(plan ? [plan.requestedBy, ...plan.decisions.map(({ decider }) => decider)] : []),
  ];
}

async function draw(
  ctx: Context,
  delivery: StoredDelivery,
  plan: PlanForCard | undefined,
  names: Names,
): Promise<Drawn> {
  const target = targetOf(ctx, delivery, names);
  if (!target.ok) return target;
  const body = plan && (await bodyOf(ctx, delivery, plan, names));
  return body
    ? { ok: true, body, target: target.target }
    : {
        ok: false,
        withheld: true,
        error: 'What it was about had ended, or was not there any more, when it was due.',
      };
}

function targetOf(
  ctx: Context,
  { targetKind, target, act }: StoredDelivery,
  names: Names,
): { ok: true; target: ClaimedDelivery['target'] } | { ok: false; error: string } {
  if (targetKind === 'channel') return { ok: true, target: { kind: 'channel', channel: target } };
  const { person, email } = names.get(target) ?? {
    person: { ref: target, name: target },
    email: undefined,
  };
  const usableEmail = ctx.settings.matchEmail ? email : undefined;
  if (act === 'post' && !person.slackUserId && !usableEmail) {
    return {
      ok: false,
      error: `${person.name} (${target}) has no Slack identity: add the annotation slack.com/bot-notify with their Slack user id to the User entity.`,
    };
  }
  return {
    ok: true,
    target: { kind: 'person', person, ...(usableEmail ? { email: usableEmail } : {}) },
  };
}

async function bodyOf(
  ctx: Context,
  delivery: StoredDelivery,
  plan: PlanForCard,
  names: Names,
): Promise<DeliveryBody | undefined> {
  if (delivery.kind === 'approval-card') {
    return { kind: 'approval-card', card: cardOf(plan, names) };
  }
  if (delivery.kind === 'announcement') {
    const announcement = isUpcoming(delivery)
      ? await drawUpcoming(ctx, delivery, plan)
      : await drawAnnouncement(ctx, delivery);
    return announcement && { kind: 'announcement', announcement };
  }
  const note = noteOf(delivery, names);
  if (!note) return undefined;
  return delivery.kind === 'decision-note'
    ? { kind: 'decision-note', note }
    : {
        kind: 'outcome-notice',
        note,
        planTitle: plan.title,
        planState: plan.state,
        url: plan.url,
      };
}

function cardOf(plan: PlanForCard, names: Names): PlanCard {
  const { requestedBy, decisions, gate, approval, ...card } = plan;
  return {
    ...card,
    requestedBy: personOf(requestedBy, names),
    missing: gate.criteria.filter(isBlocking).map(({ title }) => title),
    approval,
    decisions: decisions.map(({ decider, verdict, reason, at, contentHash, byAuthor }) => ({
      decider: personOf(decider, names),
      verdict,
      ...(reason ? { reason } : {}),
      at,
      voided: byAuthor || contentHash !== plan.contentHash,
    })),
  };
}

function noteOf(delivery: StoredDelivery, names: Names): DecisionNote | undefined {
  const happening = happeningOf(delivery);
  if (!happening) return undefined;
  const { decider, verdict, reason, at, surface } = happening;
  return { decider: personOf(decider, names), verdict, ...(reason ? { reason } : {}), at, surface };
}

/** What happened, as it was stored when it happened. */
function happeningOf({ kind, detail }: StoredDelivery): Happening | undefined {
  return kind === 'decision-note' || kind === 'outcome-notice' ? JSON.parse(detail) : undefined;
}

function personOf(ref: string, names: Names): Person {
  return names.get(ref)?.person ?? { ref, name: ref };
}
