import { Who } from './who';
import { approvedNow } from './deciding';
import { isComplete } from './gate';
import { Of } from './act';
import { Model, ModelPlan, planBringing, planUnderWay } from './world';

/** Who plans. */
export const AUTHORS: readonly Who[] = ['carla', 'ravi'];
/** Who writes drafts: by role, and as a member of the group that owns them. */
const EDITORS: readonly Who[] = [...AUTHORS, 'nils'];

/** Writes a draft. */
export function edit(model: Model, act: Of<'edit'>): boolean {
  const offer = model.offers[act.offer];
  if (!EDITORS.includes(act.who) || !offer?.draft) return false;
  // Rule 6: what is asked for is what is there, whatever it was asked for by.
  if (offer.draft.content.id === act.content.id) return true;
  if (offer.stamp !== act.stamp) return false;
  offer.draft.content = act.content;
  if (!offer.draft.authors.includes(act.who)) offer.draft.authors.push(act.who);
  offer.stamp += 1;
  const plan = planBringing(model, act.offer);
  if (!plan) return true;
  // Who edits what is being implemented implements it (rule 4).
  if (plan.state === 'implementing' || plan.state === 'ready') plan.implementers.push(act.who);
  substanceChanged(model, plan, act.what !== 'title' && act.what !== 'place');
  return true;
}

/** Rule 3: what changes what was approved voids it and asks again; words do not, but who wrote them approved nothing. */
function substanceChanged(model: Model, plan: ModelPlan, isMaterial: boolean): void {
  if (isMaterial) plan.token += 1;
  plan.stamp += 1;
  if (!['submitted', 'approved', 'implementing', 'ready'].includes(plan.state)) return;
  if (!isComplete(model, plan)) plan.state = 'draft';
  else if (isMaterial || !approvedNow(model, plan)) plan.state = 'submitted';
}

/** Begins the next version from the one that was published last. */
export function next(model: Model, act: Of<'next'>): boolean {
  const offer = model.offers[act.offer];
  const last = offer?.versions.at(-1);
  if (!EDITORS.includes(act.who) || !offer || !last || offer.draft) return false;
  offer.draft = { number: last.number + 1, content: last.content, authors: [act.who] };
  offer.stamp += 1;
  return true;
}

/** Plans drafts and ends; an offer is in one plan under way. */
export function makePlan(model: Model, act: Of<'plan'>): boolean {
  const { scenario, brings, ends, moves, releaseAt } = act;
  const touched = [...brings, ...ends.map(({ offer }) => offer)];
  if (!AUTHORS.includes(act.who) || touched.some(offer => planUnderWay(model, offer))) return false;
  const wasPublished = (offer: number) => (model.offers[offer]?.versions.length ?? 0) > 0;
  if (!brings.every(offer => model.offers[offer]?.draft)) return false;
  if (!ends.every(({ offer }) => wasPublished(offer))) return false;
  if (scenario === 'new' && brings.some(wasPublished)) return false;
  if (scenario === 'change' && !brings.every(wasPublished)) return false;
  model.plans[act.key] = {
    scenario,
    brings,
    ends,
    moves,
    releaseAt,
    state: 'draft',
    authors: [act.who],
    implementers: [],
    token: 0,
    decisions: [],
    broken: undefined,
    stamp: 0,
  };
  return true;
}

/** Moves, submits or cancels a plan. */
export function change(model: Model, act: Of<'patch' | 'submit' | 'cancel'>): boolean {
  const plan = model.plans[act.plan];
  if (!AUTHORS.includes(act.who) || !plan || plan.stamp !== act.stamp) return false;
  if (['released', 'rejected', 'cancelled'].includes(plan.state)) return false;
  if (act.do === 'cancel') {
    plan.state = 'cancelled';
    plan.stamp += 1;
    return true;
  }
  if (act.do === 'submit' && !submit(model, plan)) return false;
  if (!plan.authors.includes(act.who)) plan.authors.push(act.who);
  if (act.do === 'patch') {
    const isMoved = act.releaseAt !== undefined && act.releaseAt !== plan.releaseAt;
    plan.releaseAt = act.releaseAt ?? plan.releaseAt;
    substanceChanged(model, plan, isMoved);
  }
  return true;
}

function submit(model: Model, plan: ModelPlan): boolean {
  if (plan.state !== 'draft' && plan.state !== 'changes-requested') return false;
  if (!isComplete(model, plan)) return false;
  plan.state = 'submitted';
  plan.token += 1;
  plan.stamp += 1;
  return true;
}
