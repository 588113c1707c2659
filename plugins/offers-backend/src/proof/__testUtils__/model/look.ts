import { Content } from '@offerdesk/backstage-plugin-offers-common';
import { Desk } from './desk';
import { stateAt } from './life';
import { placeAt } from './places';
import { Seen, Sight } from './resolve';
import { Model, ModelOffer, ModelPlan } from './world';

/** What the portal says that the model does not, and what was seen. */
export interface Look {
  faults: string[];
  sight: Sight;
}

/** An offer by its number, or a plan by its key. */
export type Thing = number | string;

/** How managers look: at what is asked for; of the rest they know what they saw before. */
export interface Looking {
  before: Sight;
  isAsked: (thing: Thing) => boolean;
}

/** What a model says is another than was seen. */
export function changedIn(desk: Desk, model: Model, before: Sight): Thing[] {
  const offers = [...model.offers.entries()].filter(
    ([index, offer]) => before.offers[index]?.as !== JSON.stringify(offerIn(desk, model, offer)),
  );
  const plans = Object.entries(model.plans).filter(
    ([key, plan]) => before.plans[key]?.as !== JSON.stringify(planIn(plan)),
  );
  return [...offers, ...plans].map(([thing]) => thing);
}

/**
 * Holds what managers read of offers and plans against a model. The hash that decisions are given on changes just when
 * the model says that what was approved changed (rule 3).
 */
export async function differences(
  desk: Desk,
  model: Model,
  { before, isAsked }: Looking,
): Promise<Look> {
  const faults: string[] = [];
  const offers: Seen[] = [];
  for (const [index, expected] of model.offers.entries()) {
    const known = isAsked(index) ? undefined : before.offers[index];
    offers.push(known ?? (await seenOffer(desk, index, { model, expected }, faults)));
  }
  const plans: Record<string, Seen> = {};
  for (const [key, expected] of Object.entries(model.plans)) {
    const known = isAsked(key) ? undefined : before.plans[key];
    const seen = known ?? (await seenPlan(desk, key, { expected, before }, faults));
    if (!seen) return { faults: [`the plan ${key} is not there`], sight: before };
    plans[key] = seen;
  }
  return { faults, sight: { offers, plans } };
}

/** What the model says that managers read of an offer. */
function offerIn(desk: Desk, model: Model, offer: ModelOffer) {
  const { versions, draft, stamp } = offer;
  return {
    stamp,
    versions: versions.map(({ number, from }) => [number, from]),
    draft: draft && [draft.number, draft.content.title, draft.content.price],
    state: stateAt(model, offer, model.now),
    catalogue: desk.keepsTime ? placeAt(offer, model.now) : undefined,
  };
}

async function seenOffer(
  desk: Desk,
  index: number,
  { model, expected }: { model: Model; expected: ModelOffer },
  faults: string[],
): Promise<Seen> {
  const { stamp } = expected;
  const as = JSON.stringify(offerIn(desk, model, expected));
  const offer = await desk.managed(desk.offers[index]?.id ?? '');
  const { versions, draft, state, catalogue, revision } = offer;
  compare(faults, `offer ${index}`, as, {
    stamp,
    versions: versions.map(({ number, validFrom }) => [number, validFrom]),
    draft: draft && [draft.number, draft.content.information.title, priceIn(draft.content)],
    state,
    catalogue: desk.keepsTime ? catalogue : undefined,
  });
  return { revision, stamp, hash: '', token: 0, as };
}

/** What a content costs: each edit of a history says another title or another price. */
function priceIn({ pricing }: Content): number {
  return Number(pricing.priceLists[0]?.charges[0]?.amount);
}

/** What the model says that managers read of a plan. */
function planIn({ stamp, token, state, releaseAt, decisions }: ModelPlan) {
  return { stamp, token, state, releaseAt, decisions: decisions.length };
}

async function seenPlan(
  desk: Desk,
  key: string,
  { expected, before }: { expected: ModelPlan; before: Sight },
  faults: string[],
): Promise<Seen | undefined> {
  const known = before.plans[key];
  const as = JSON.stringify(planIn(expected));
  const plan = await desk.planOf(key);
  if (!plan) return undefined;
  const { stamp, token } = expected;
  const { state, releaseAt, decisions, contentHash, revision } = plan;
  const name = `plan ${key.slice(0, 8)}`;
  const read = { stamp, token, state, releaseAt, decisions: decisions.length };
  compare(faults, name, as, read);
  if (known && (contentHash !== known.hash) !== (token !== known.token)) {
    faults.push(`the hash of ${name} was ${known.hash}, and is ${contentHash}`);
  }
  return { revision, stamp, hash: contentHash, token, as };
}

function compare(faults: string[], what: string, expected: string, read: object): void {
  const said = JSON.stringify(read);
  if (said !== expected) faults.push(`${what} is ${said} instead of ${expected}`);
}
