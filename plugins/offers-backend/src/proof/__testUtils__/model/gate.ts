import { isAfter, servingFrom, stateAt } from './life';
import { mayMove, placeAt } from './places';
import { wayAt } from './rings';
import { latest, Model, ModelContent, ModelOffer, ModelPlan } from './world';

/**
 * The gate of Define, by the design: what is released differs from what was to be served, bundles are sound then, and
 * what ends ends after everybody was told and takes no member from a bundle that the plan does not see to (rule 8).
 */
export function isComplete(model: Model, plan: ModelPlan): boolean {
  const at = latest(plan.releaseAt, model.now);
  const after = asReleased(model, plan, at);
  const contents = plan.brings.flatMap(offer => model.offers[offer]?.draft?.content ?? []);
  if (plan.scenario === 'bundle' && contents.every(({ members }) => members.length === 0)) {
    return false;
  }
  if (plan.scenario === 'change' && !plan.brings.every(each => differs(model, each, at))) {
    return false;
  }
  return (
    plan.brings.every(offer => isPlaced(model, offer, at) && isSoundBundle(after, offer, at)) &&
    plan.moves.every(move => mayMove(model, move, at)) &&
    plan.ends.every(({ offer, endsAt }) => at < endsAt && !hasDependants(after, offer, endsAt))
  );
}

/** Rule 14: a version names a category of the catalogue that holds the offer when it begins. */
function isPlaced({ offers }: Model, offer: number, at: string): boolean {
  const there = offers[offer];
  return there?.draft === undefined || there.draft.content.named === placeAt(there, at);
}

/** What there would be if a plan were released for an instant. */
function asReleased(model: Model, { brings, ends }: ModelPlan, at: string): Model {
  const after = structuredClone(model);
  for (const offer of brings) {
    const there = after.offers[offer];
    if (there?.draft) there.versions.push({ ...there.draft, from: at });
  }
  for (const { offer, endsAt } of ends) {
    after.offers[offer]?.endings.push({ recordedAt: model.now, noticeAt: at, endsAt });
  }
  return after;
}

/** Whether a draft says something else than what was to be served by then. */
function differs(model: Model, offer: number, at: string): boolean {
  const there = model.offers[offer];
  return !there || before(model, there, at)?.id !== there.draft?.content.id;
}

function before(model: Model, offer: ModelOffer, at: string): ModelContent | undefined {
  const begun = offer.versions.filter(
    version => version.from <= at && !wayAt(model, offer, version, at).out,
  );
  if (begun.length === 0) return offer.versions[0]?.content;
  return begun.reduce((a, b) => (isAfter(a, b) ? a : b)).content;
}

/** Rule 8: the members of a bundle are offered when it is, and no bundle holds itself. */
function isSoundBundle(after: Model, offer: number, at: string): boolean {
  const members = after.offers[offer]?.draft?.content.members ?? [];
  const areLive = members.every(member => {
    const there = after.offers[member];
    return there && !['draft', 'scheduled', 'ended'].includes(stateAt(after, there, at));
  });
  return areLive && !holdsItself(after, offer, at);
}

/** Whether an offer is among its members' members, by what serves at an instant or later. */
export function holdsItself(model: Model, offer: number, at: string): boolean {
  const seen = new Set<number>();
  const waiting = membersFrom(model, offer, at);
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    if (member === offer) return true;
    if (!seen.has(member)) waiting.push(...membersFrom(model, member, at));
    seen.add(member);
  }
  return false;
}

function membersFrom(model: Model, offer: number, at: string): number[] {
  const there = model.offers[offer];
  return there ? servingFrom(model, there, at).flatMap(({ content }) => content.members) : [];
}

/** Whether a bundle that serves at an instant or later has an offer as a member. */
function hasDependants(model: Model, offer: number, at: string): boolean {
  return model.offers.some((_, bundle) => membersFrom(model, bundle, at).includes(offer));
}
