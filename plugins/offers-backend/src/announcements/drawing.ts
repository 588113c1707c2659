import {
  Announcement,
  DecisionNote,
  DeliveryBody,
  DeliveryKind,
  Person,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { standInsNow } from '../delegations/delegations';
import { withSlackLinks } from '../slack/reach';
import { PlanForCard, planForCard, stepToRemindOf } from '../plans/card';
import { titleOfCategory } from '../structure/naming';
import { Reminded } from './asking';
import { readersOf } from './cardReaders';
import { Happening } from './cards';
import { commentsTold, drawComment } from './comments';
import { drawCorrection } from './correct';
import { drawDigests } from './digests';
import { drawAnnouncement, Telling } from './drawAnnouncement';
import { CardReader, drawCard, namedTurn, peopleOnCard } from './drawCard';
import { drawDemandNotices } from './drawDemandNotice';
import { Drawn, Names, personOf, Surface, targetOf, Withheld } from './drawnTo';
import { drawEndedLinks } from './linkEnded';
import { categoriesIn, entitiesIn, namedChange, namedImpact } from './namedImpact';
import { StoredDelivery } from './store';
import { drawUpcoming, isUpcoming } from './upcoming';
import { whenDue } from './whenDue';

type OfPlan = StoredDelivery & { planId: string };

/** What messages are drawn with: names, and who reads the cards. */
interface Drawing {
  surface: Surface;
  names: Names;
  readers: ReadonlyMap<string, CardReader>;
  comments: Awaited<ReturnType<typeof commentsTold>>;
  /** titles of the categories that the plans name */
  categories: ReadonlyMap<string, string>;
}

const isPersonalCard = ({ kind, targetKind }: StoredDelivery) =>
  kind === 'approval-card' && targetKind === 'person';

const standsInFor = ({ standsInFor: seats }: CardReader) => seats.map(({ ref }) => ref);

/** Draws what each claimed delivery says, from the state as it is now. */
export async function drawBodies(
  own: Context,
  deliveries: readonly StoredDelivery[],
  surface: Surface = 'slack',
): Promise<Map<string, Drawn>> {
  const ctx = whenDue(own, deliveries);
  return new Map([
    ...(await drawOfPlans(ctx, deliveries.filter(isOfPlan), surface)),
    ...(await drawDemandNotices(ctx, deliveries, surface)),
    ...(await drawDigests(ctx, deliveries, surface)),
    ...(await drawEndedLinks(ctx, deliveries)),
  ]);
}

function isOfPlan(delivery: StoredDelivery): delivery is OfPlan {
  // A digest that was made before digests stood for themselves names a plan.
  return delivery.planId !== undefined && delivery.kind !== 'digest';
}

async function drawOfPlans(
  ctx: Context,
  deliveries: readonly OfPlan[],
  surface: Surface,
): Promise<Map<string, Drawn>> {
  const plans = new Map<string, PlanForCard | undefined>();
  for (const planId of new Set(deliveries.map(({ planId: id }) => id))) {
    plans.set(planId, await planForCard(ctx, planId));
  }
  const comments = await commentsTold(ctx, deliveries);
  const readers = await readersOf(ctx, deliveries.filter(isPersonalCard));
  const people = await ctx.directory.reach(
    deliveries
      .flatMap(delivery => [
        ...peopleIn(delivery, plans.get(delivery.planId)),
        ...(comments.get(delivery.id)?.people ?? []),
      ])
      .concat([...readers.values()].flatMap(standsInFor))
      .filter(ref => !ref.startsWith('system:')),
  );
  const names = await withSlackLinks(ctx, people);
  const approvers = await approversNow(ctx, deliveries, plans);
  const categories = await categoriesOf(ctx, plans.values());
  const drawn = new Map<string, Drawn>();
  for (const delivery of deliveries) {
    drawn.set(
      delivery.id,
      isOutOfReach(delivery, approvers)
        ? outOfReach(ctx, delivery, names)
        : await draw(ctx, delivery, plans.get(delivery.planId), {
            surface,
            names,
            readers,
            comments,
            categories,
          }),
    );
  }
  return drawn;
}

async function categoriesOf(
  ctx: Context,
  plans: Iterable<PlanForCard | undefined>,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const name of new Set([...plans].flatMap(plan => categoriesIn(plan?.impact ?? [])))) {
    titles.set(name, (await titleOfCategory(ctx, name)) ?? name);
  }
  return titles;
}

/** What a plan does, with who and what it names as people call them. */
function withNames(
  plan: PlanForCard,
  named: (ref: string) => Person,
  categories: ReadonlyMap<string, string>,
): PlanForCard {
  const called = {
    entity: (ref: string) => named(ref).name,
    category: (name: string) => categories.get(name) ?? name,
  };
  return {
    ...plan,
    impact: plan.impact.map(each => namedImpact(each, called)),
    structure: plan.structure.map(each => namedChange(each, called)),
  };
}

/** Who approves no more gets nothing more of the plan, and the card that they have says so. */
function outOfReach(ctx: Context, delivery: OfPlan, names: Names): Drawn {
  const target = targetOf(ctx, delivery, names, 'slack');
  if (isPersonalCard(delivery) && delivery.act === 'update' && target.ok) {
    return { ok: true, body: { kind: 'card-withdrawn' }, target: target.target };
  }
  return {
    ok: false,
    withheld: true,
    error: `${delivery.target} does not approve plans any more, and gets no more of this one.`,
  };
}

/** Cards and their threads show cost and margin: who has left the approvers gets no more of them (rule 1). */
const FOR_APPROVERS: readonly DeliveryKind[] = ['approval-card', 'decision-note', 'reminder'];

const isForApprovers = ({ targetKind, kind, act }: StoredDelivery) =>
  targetKind === 'person' &&
  (FOR_APPROVERS.includes(kind) || (kind === 'plan-comment' && act === 'reply'));

function isOutOfReach(
  delivery: OfPlan,
  approvers: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return isForApprovers(delivery) && !approvers.get(delivery.planId)?.has(delivery.target);
}

/** Who approves each of the plans now: members of what it asks, and who stands in for one of them. */
async function approversNow(
  ctx: Context,
  deliveries: readonly OfPlan[],
  plans: ReadonlyMap<string, PlanForCard | undefined>,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const members = new Map<string, string[]>();
  for (const planId of new Set(deliveries.filter(isForApprovers).map(each => each.planId))) {
    const principals = plans.get(planId)?.asks ?? [];
    for (const principal of principals.filter(each => !members.has(each))) {
      members.set(principal, await ctx.directory.peopleOf(principal));
    }
    const people = principals.flatMap(principal => members.get(principal) ?? []);
    const standIns = await standInsNow(ctx.db.knex, people, nowOf(ctx));
    found.set(planId, new Set([...people, ...standIns.map(({ delegate }) => delegate)]));
  }
  return found;
}

function peopleIn(delivery: StoredDelivery, plan: PlanForCard | undefined): string[] {
  const happening = happeningOf(delivery);
  return [
    ...(delivery.targetKind === 'person' ? [delivery.target] : []),
    ...(happening ? [happening.decider, happening.onBehalfOf ?? happening.decider] : []),
    ...(delivery.kind === 'reminder' ? remindedFor(delivery) : []),
    ...(plan ? [...peopleOnCard(plan), ...entitiesIn(plan.impact, plan.structure)] : []),
  ];
}

function remindedFor({ detail }: StoredDelivery): string[] {
  const { onBehalfOf }: Reminded = JSON.parse(detail);
  return onBehalfOf ? [onBehalfOf] : [];
}

/** What is said of what is drawn no more, where nothing more is known. */
const OVER: Withheld = {
  withheld:
    'What it was about had ended, was not there any more, or is not for them, when it was due.',
};

async function draw(
  ctx: Context,
  delivery: OfPlan,
  plan: PlanForCard | undefined,
  drawing: Drawing,
): Promise<Drawn> {
  const target = targetOf(ctx, delivery, drawing.names, drawing.surface);
  if (!target.ok) return target;
  const body = (plan && (await bodyOf(ctx, delivery, plan, drawing))) ?? OVER;
  return 'withheld' in body
    ? { ok: false, withheld: true, error: body.withheld }
    : { ok: true, body, target: target.target };
}

async function bodyOf(
  ctx: Context,
  delivery: OfPlan,
  plan: PlanForCard,
  { names, readers, comments, categories }: Drawing,
): Promise<DeliveryBody | Withheld | undefined> {
  if (delivery.kind === 'approval-card') {
    if (isTooLate(delivery, plan)) return undefined;
    const reader = isPersonalCard(delivery) ? readers.get(delivery.target) : undefined;
    const named = (ref: string) => personOf(ref, names);
    const card = drawCard(withNames(plan, named, categories), named, nowOf(ctx), reader);
    return { kind: 'approval-card', card };
  }
  if (delivery.kind === 'plan-comment') {
    const told = comments.get(delivery.id);
    return told && drawComment(plan, told, ref => personOf(ref, names));
  }
  if (delivery.kind === 'reminder') return reminderOf(ctx, delivery, plan, names);
  if (delivery.kind === 'announcement') {
    return isUpcoming(delivery)
      ? upcomingOf(await drawUpcoming(ctx, delivery, plan))
      : announcementOf(await drawAnnouncement(ctx, delivery));
  }
  if (delivery.kind === 'correction-note') return drawCorrection(ctx, delivery);
  const note = noteOf(delivery, names);
  if (!note) return undefined;
  if (delivery.kind === 'break-glass-notice') {
    return { kind: 'break-glass-notice', note, planTitle: plan.title, url: plan.url };
  }
  return delivery.kind === 'decision-note'
    ? { kind: 'decision-note', note }
    : {
        kind: 'outcome-notice',
        note,
        planTitle: plan.title,
        planState: plan.state,
        ...(plan.impact[0] ? { offerId: plan.impact[0].offerId } : {}),
        url: plan.url,
      };
}

function upcomingOf(announcement: Announcement | undefined): DeliveryBody | undefined {
  return announcement && { kind: 'announcement', announcement };
}

function announcementOf(told: Telling): DeliveryBody | Withheld {
  if (!told.ok) return { withheld: told.why };
  return { kind: 'announcement', announcement: told.announcement };
}

/** What was to be sent later, to the fallback or a stand-in, is only of use while the plan waits. */
function isTooLate({ act, detail }: StoredDelivery, plan: PlanForCard): boolean {
  const { onlyWhileWaiting }: { onlyWhileWaiting?: boolean } = JSON.parse(detail);
  return act === 'post' && onlyWhileWaiting === true && plan.state !== 'submitted';
}

function reminderOf(
  ctx: Context,
  delivery: OfPlan,
  plan: PlanForCard,
  names: Names,
): DeliveryBody | undefined {
  const reminded: Reminded = JSON.parse(delivery.detail);
  const step = stepToRemindOf(plan, reminded, delivery.target, nowOf(ctx));
  // What reminded stays where it was sent, and says that nothing waits any more.
  if (!step && delivery.act !== 'update') return undefined;
  const { onBehalfOf } = reminded;
  return {
    kind: 'reminder',
    planTitle: plan.title,
    stepTitle: step?.title ?? '',
    requestedBy: personOf(plan.requestedBy, names),
    waitingSince: step?.openedAt ?? delivery.dueAt,
    releaseAt: plan.releaseAt,
    ...(plan.approval.expiresAt ? { expiresAt: plan.approval.expiresAt } : {}),
    ...(onBehalfOf ? { onBehalfOf: personOf(onBehalfOf, names) } : {}),
    ...(step ? {} : { over: overWith(plan, names) }),
    url: plan.url,
  };
}

function overWith({ state, turn }: PlanForCard, names: Names) {
  return { state, ...(turn ? { turn: namedTurn(turn, ref => personOf(ref, names)) } : {}) };
}

function noteOf(delivery: OfPlan, names: Names): DecisionNote | undefined {
  const happening = happeningOf(delivery);
  if (!happening) return undefined;
  const { decider, onBehalfOf, verdict, reason, at, surface } = happening;
  return {
    decider: personOf(decider, names),
    ...(onBehalfOf ? { onBehalfOf: personOf(onBehalfOf, names) } : {}),
    verdict,
    ...(reason ? { reason } : {}),
    at,
    surface,
  };
}

/** What happened, as it was stored when it happened. */
function happeningOf({ kind, detail }: StoredDelivery): Happening | undefined {
  return ['decision-note', 'outcome-notice', 'break-glass-notice'].includes(kind)
    ? JSON.parse(detail)
    : undefined;
}
