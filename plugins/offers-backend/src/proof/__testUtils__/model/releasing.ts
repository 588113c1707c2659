import { Who } from './who';
import { approvedNow } from './deciding';
import { AUTHORS } from './drafting';
import { holdsItself, isComplete } from './gate';
import { servedAt } from './life';
import { isInRing } from './rings';
import { Of } from './act';
import { latest, Model, ModelContent, ModelPlan } from './world';

/** Who publishes. */
export const RELEASERS: readonly Who[] = ['carla', 'ravi', 'mia', 'rosa'];

/** Begins to implement an approved plan: who does had no say in it (rule 4). */
export function implement(model: Model, act: Of<'implement'>): boolean {
  const plan = model.plans[act.plan];
  if (!AUTHORS.includes(act.who) || !plan || plan.stamp !== act.stamp) return false;
  if (plan.state !== 'approved') return false;
  const approved = plan.decisions.some(
    ({ by, seat, verdict, token }) =>
      verdict === 'approve' && token === plan.token && [by, seat].includes(act.implementer),
  );
  const broke = plan.broken?.token === plan.token && plan.broken.by === act.implementer;
  if (approved || broke) return false;
  plan.implementers.push(act.implementer);
  plan.state = 'implementing';
  plan.stamp += 1;
  return true;
}

/** Ends Implement. */
export function ready(model: Model, act: Of<'ready'>): boolean {
  const plan = model.plans[act.plan];
  if (!AUTHORS.includes(act.who) || !plan || plan.stamp !== act.stamp) return false;
  if (plan.state !== 'implementing' || !approvedNow(model, plan)) return false;
  plan.state = 'ready';
  plan.stamp += 1;
  return true;
}

/** Publishes what a plan brings, all of it or nothing. */
export function release(model: Model, act: Of<'release'>): boolean {
  const plan = model.plans[act.plan];
  if (!RELEASERS.includes(act.who) || !plan || plan.token !== act.token) return false;
  if (plan.state !== 'approved' && plan.state !== 'ready') return false;
  if (!approvedNow(model, plan) || !isComplete(model, plan)) return false;
  const from = latest(plan.releaseAt, model.now);
  if (plan.brings.some(offer => isRingInTheWay(model, offer, from))) return false;
  plan.state = 'released';
  plan.stamp += 1;
  for (const offer of plan.brings) publish(model, plan, offer, from);
  for (const { offer, endsAt } of plan.ends) {
    model.offers[offer]?.endings.push({ recordedAt: model.now, noticeAt: from, endsAt });
  }
  const by = from > model.now ? 'time' : 'release';
  for (const { offer, into } of plan.moves) model.offers[offer]?.moves.push({ at: from, into, by });
  return true;
}

function isRingInTheWay(model: Model, index: number, from: string): boolean {
  const offer = model.offers[index];
  const isRinged = offer?.draft?.content.ring !== undefined;
  return isRinged && offer.versions.some(version => isInRing(model, offer, version, from));
}

function publish(model: Model, plan: ModelPlan, index: number, from: string): void {
  const offer = model.offers[index];
  if (!offer?.draft) return;
  const { number, content, authors } = offer.draft;
  plan.authors.push(...authors);
  offer.versions.push({ number, content, from });
  offer.draft = undefined;
  offer.stamp += 1;
}

/** Publishes an earlier content again, at once and for everybody. */
export function rollBack(model: Model, act: Of<'roll-back'>): boolean {
  const { now } = model;
  const offer = model.offers[act.offer];
  if (!RELEASERS.includes(act.who) || !offer) return false;
  const earlier = offer.versions.find(({ number }) => number === act.number);
  const { inside } = servedAt(model, offer, now);
  if (!earlier || !inside || inside.version === earlier || earlier.from > now) return false;
  const isForAll = !isInRing(model, offer, inside.version, now);
  if (isForAll && says(inside.version.content) === says(earlier.content)) return false;
  const number = offer.draft?.number ?? (offer.versions.at(-1)?.number ?? 0) + 1;
  offer.versions.push({ number, content: forEverybody(earlier.content), from: now });
  // Rule 8: a bundle that has become a member of its member meanwhile does not come back.
  if (holdsItself(model, act.offer, now)) {
    offer.versions.pop();
    return false;
  }
  if (offer.draft) offer.draft.number = number + 1;
  offer.stamp += 1;
  return true;
}

/** What a content says to everybody, as text. */
function says({ id: _id, ring: _ring, ...content }: ModelContent): string {
  return JSON.stringify(content);
}

/** Without its ring a content is another: its number says so. */
function forEverybody(content: ModelContent): ModelContent {
  return content.ring ? { ...content, id: -content.id, ring: undefined } : content;
}
