import { Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { Who } from './acts';
import { isInRing, mayActOnRing, servedAt } from './life';
import { later, Model, ModelContent, ModelPlan, ModelRingAct, planUnderWay } from './world';

/** An act as it is asked of the portal: of whom, and by what was seen. */
export type Act = { who: Who; key: string } & (
  | { do: 'edit'; offer: number; stamp: number; content: ModelContent; material: boolean }
  | { do: 'next'; offer: number }
  | { do: 'plan'; offer: number; releaseAt: string; endsAt: string | undefined }
  | { do: 'patch'; plan: string; stamp: number; releaseAt: string | undefined }
  | { do: 'submit'; plan: string; stamp: number }
  | { do: 'cancel'; plan: string; stamp: number }
  | { do: 'decide'; plan: string; token: number; verdict: Verdict }
  | { do: 'release'; plan: string; token: number }
  | { do: 'suspend'; offer: number }
  | { do: 'resume'; offer: number }
  | { do: 'ring'; offer: number; number: number; act: ModelRingAct['act'] }
  | { do: 'delegate'; hours: number }
  | { do: 'revoke'; delegation: string }
);

/** The acts of some kinds. */
export type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;

const AUTHORS: readonly Who[] = ['carla', 'ravi'];
/** Who writes drafts: by role, and as a member of the group that owns them. */
const EDITORS: readonly Who[] = [...AUTHORS, 'nils'];
const RELEASERS: readonly Who[] = ['carla', 'ravi', 'mia', 'rosa'];
const OPERATORS: readonly Who[] = [...RELEASERS, 'nils'];
const APPROVERS: readonly Who[] = ['ravi', 'mia', 'rosa'];
const STAND_IN: Who = 'vera';
const NEEDED = 2;

/** Acts that name no key: asked for twice, they are done twice, or refused. */
const WITHOUT_KEY: readonly Act['do'][] = ['edit', 'patch', 'submit', 'cancel'];

/**
 * What comes of an act, by the rules of the design: done, or refused with nothing changed. The one place that says
 * what should happen; it knows nothing of the code.
 */
export function perform(model: Model, act: Act): boolean {
  const isKeyed = !WITHOUT_KEY.includes(act.do);
  if (isKeyed && model.done.includes(act.key)) return true;
  const isDone = attempt(model, act);
  if (isDone && isKeyed) model.done.push(act.key);
  return isDone;
}

function attempt(model: Model, act: Act): boolean {
  switch (act.do) {
    case 'edit':
      return edit(model, act);
    case 'next':
      return next(model, act);
    case 'plan':
      return plan(model, act);
    case 'patch':
    case 'submit':
    case 'cancel':
      return change(model, act);
    case 'decide':
      return decide(model, act);
    case 'release':
      return release(model, act);
    case 'delegate':
    case 'revoke':
      return delegate(model, act);
    default:
      return operate(model, act);
  }
}

function edit(model: Model, act: Of<'edit'>): boolean {
  const offer = model.offers[act.offer];
  if (!EDITORS.includes(act.who) || !offer?.draft || offer.stamp !== act.stamp) return false;
  offer.draft.content = act.content;
  if (!offer.draft.authors.includes(act.who)) offer.draft.authors.push(act.who);
  offer.stamp += 1;
  const found = planUnderWay(model, act.offer);
  if (found && found[1].endsAt === undefined) substanceChanged(model, found[1], act.material);
  return true;
}

/** Rule 3: what changes what was approved voids it and asks again; words do not, but who wrote them approved nothing. */
function substanceChanged(model: Model, each: ModelPlan, isMaterial: boolean): void {
  if (isMaterial) each.token += 1;
  each.stamp += 1;
  if (each.state !== 'submitted' && each.state !== 'approved') return;
  if (!isComplete(model, each)) each.state = 'draft';
  else if (isMaterial || counted(model, each) < NEEDED) each.state = 'submitted';
}

function next(model: Model, act: Of<'next'>): boolean {
  const offer = model.offers[act.offer];
  const latest = offer?.versions.at(-1);
  if (!EDITORS.includes(act.who) || !offer || !latest || offer.draft) return false;
  offer.draft = { number: latest.number + 1, content: latest.content, authors: [act.who] };
  offer.stamp += 1;
  return true;
}

function plan(model: Model, act: Of<'plan'>): boolean {
  const offer = model.offers[act.offer];
  if (!AUTHORS.includes(act.who) || !offer || planUnderWay(model, act.offer)) return false;
  if (act.endsAt === undefined ? !offer.draft : offer.versions.length === 0) return false;
  model.plans[act.key] = {
    offer: act.offer,
    endsAt: act.endsAt,
    releaseAt: act.releaseAt,
    state: 'draft',
    authors: [act.who],
    token: 0,
    decisions: [],
    stamp: 0,
  };
  return true;
}

/** The gate: what is released differs from what serves then; what ends ends after everybody was told. */
function isComplete({ now, offers }: Model, each: ModelPlan): boolean {
  if (each.endsAt !== undefined) return (each.releaseAt > now ? each.releaseAt : now) < each.endsAt;
  const offer = offers[each.offer];
  const begun = offer?.versions.filter(({ from }) => from <= each.releaseAt) ?? [];
  const serving = begun.length
    ? begun.reduce((a, b) => (a.from > b.from ? a : b))
    : offer?.versions[0];
  return serving?.content.id !== offer?.draft?.content.id;
}

function change(model: Model, act: Of<'patch' | 'submit' | 'cancel'>): boolean {
  const each = model.plans[act.plan];
  if (!AUTHORS.includes(act.who) || !each || each.stamp !== act.stamp) return false;
  if (['released', 'rejected', 'cancelled'].includes(each.state)) return false;
  if (act.do === 'cancel') {
    each.state = 'cancelled';
    each.stamp += 1;
    return true;
  }
  if (act.do === 'submit') {
    if (each.state !== 'draft' && each.state !== 'changes-requested') return false;
    if (!isComplete(model, each)) return false;
    each.state = 'submitted';
    each.token += 1;
    each.stamp += 1;
  }
  if (!each.authors.includes(act.who)) each.authors.push(act.who);
  if (act.do === 'patch') {
    const isMoved = act.releaseAt !== undefined && act.releaseAt !== each.releaseAt;
    each.releaseAt = act.releaseAt ?? each.releaseAt;
    substanceChanged(model, each, isMoved);
  }
  return true;
}

/** Rule 4: everyone who had a part. */
function excluded({ offers }: Model, each: ModelPlan): Who[] {
  const wrote = each.endsAt === undefined ? (offers[each.offer]?.draft?.authors ?? []) : [];
  return [...each.authors, ...wrote];
}

/** The decisions that count on what is there now: of nobody who had a part, each person and each seat once. */
function counting(model: Model, each: ModelPlan) {
  const had = excluded(model, each);
  return each.decisions.filter(
    ({ by, seat, token }) => token === each.token && !had.includes(by) && !had.includes(seat),
  );
}

function counted(model: Model, each: ModelPlan): number {
  return counting(model, each).filter(({ verdict }) => verdict === 'approve').length;
}

function seatsOf({ delegations, now }: Model, who: Who): Who[] {
  const given = Object.values(delegations).filter(
    ({ from, until, revoked }) => who === STAND_IN && !revoked && from <= now && now < until,
  );
  return [who, ...given.map(({ by }) => by).sort()].filter(seat => APPROVERS.includes(seat));
}

function decide(model: Model, act: Of<'decide'>): boolean {
  const each = model.plans[act.plan];
  if (!each || each.state !== 'submitted' || each.token !== act.token) return false;
  const had = excluded(model, each);
  const onThis = each.decisions.filter(({ token }) => token === each.token);
  if (had.includes(act.who) || onThis.some(({ by }) => by === act.who)) return false;
  const seat = seatsOf(model, act.who).find(
    free =>
      !had.includes(free) && !onThis.some(given => given.seat === free && !had.includes(given.by)),
  );
  if (!seat || (act.verdict === 'approve' && !isComplete(model, each))) return false;
  each.decisions.push({ by: act.who, seat, verdict: act.verdict, token: each.token });
  each.stamp += 1;
  if (act.verdict === 'reject') each.state = 'rejected';
  else if (act.verdict === 'request-changes') each.state = 'changes-requested';
  else if (counted(model, each) >= NEEDED) each.state = 'approved';
  return true;
}

function release(model: Model, act: Of<'release'>): boolean {
  const { now } = model;
  const each = model.plans[act.plan];
  const offer = each && model.offers[each.offer];
  if (!RELEASERS.includes(act.who) || !each || !offer) return false;
  if (each.state !== 'approved' || each.token !== act.token || !isComplete(model, each)) {
    return false;
  }
  const from = each.releaseAt > now ? each.releaseAt : now;
  const isRinged = each.endsAt === undefined && offer.draft?.content.ring !== undefined;
  if (isRinged && offer.versions.some(version => isInRing(offer, version, from))) return false;
  each.state = 'released';
  each.stamp += 1;
  if (each.endsAt !== undefined) {
    const noticeAt = each.releaseAt > now ? each.releaseAt : now;
    offer.endings.push({ recordedAt: now, noticeAt, endsAt: each.endsAt });
    return true;
  }
  if (!offer.draft) return false;
  const { number, content, authors } = offer.draft;
  each.authors.push(...authors);
  offer.versions.push({ number, content, from });
  offer.draft = undefined;
  offer.stamp += 1;
  return true;
}

function operate(model: Model, act: Of<'suspend' | 'resume' | 'ring'>): boolean {
  const { now } = model;
  const offer = model.offers[act.offer];
  if (!OPERATORS.includes(act.who) || !offer) return false;
  const open = offer.suspensions.find(({ until }) => until === undefined);
  if (act.do === 'suspend') {
    if (open || !servedAt(offer, now).inside) return false;
    offer.suspensions.push({ from: now, until: undefined });
    return true;
  }
  if (act.do === 'resume') {
    if (!open) return false;
    open.until = now;
    return true;
  }
  const version = offer.versions.find(({ number }) => number === act.number);
  if (!version || !mayActOnRing(offer, version, act.act, now)) return false;
  offer.ringActs.push({ number: act.number, act: act.act, at: now });
  return true;
}

function delegate(model: Model, act: Of<'delegate' | 'revoke'>): boolean {
  if (!APPROVERS.includes(act.who)) return false;
  if (act.do === 'delegate') {
    const until = later(model.now, act.hours);
    model.delegations[act.key] = { by: act.who, from: model.now, until, revoked: false };
    return true;
  }
  const given = model.delegations[act.delegation];
  if (given?.by !== act.who) return false;
  given.revoked = true;
  return true;
}
