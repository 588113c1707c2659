import { Of } from './act';
import { otherThan, placeAt } from './places';
import { later, Model, ModelOffer, planMoving } from './world';
import { Wish } from './wishes';

type Planned = Pick<Of<'plan'>, 'do' | 'scenario' | 'brings' | 'ends' | 'moves' | 'releaseAt'>;
type WishOf<Kind extends Wish['do']> = Extract<Wish, { do: Kind }>;

/** The plan of the draft of an offer, now and then with that of another. */
export function planning(model: Model, offer: number, wish: WishOf<'plan'>): Planned {
  const other = model.offers.findIndex((there, index) => index !== offer && there.draft);
  const brings = wish.alongside && other >= 0 ? [offer, other] : [offer];
  const there = brings.flatMap(index => model.offers[index] ?? []);
  return {
    do: 'plan',
    scenario: scenarioOf(there),
    brings,
    ends: [],
    moves: [],
    releaseAt: later(model.now, wish.hours),
  };
}

/** The plan of the move of an offer into the catalogue in which it is not then; none beside another move of it. */
export function planMove(
  model: Model,
  offer: number,
  wish: WishOf<'plan-move'>,
): Planned | undefined {
  const there = model.offers[offer];
  if (!there || planMoving(model, offer)) return undefined;
  const releaseAt = later(model.now, wish.hours);
  const moves = [{ offer, into: otherThan(placeAt(there, releaseAt)) }];
  return { do: 'plan', scenario: 'change', brings: [], ends: [], moves, releaseAt };
}

function scenarioOf(offers: readonly ModelOffer[]): Planned['scenario'] {
  if (offers.some(({ draft }) => draft && draft.content.members.length > 0)) return 'bundle';
  return offers.some(({ versions }) => versions.length > 0) ? 'change' : 'new';
}

/** The plan of an end, which may see to the bundle that has the offer as a member. */
export function planEnd(model: Model, offer: number, wish: WishOf<'plan-end'>): Planned {
  const { hours, lasts, cover } = wish;
  const releaseAt = later(model.now, hours);
  const endsAt = later(releaseAt, lasts);
  const bundle = model.offers.findIndex(
    ({ versions }, index) =>
      index !== offer && versions.some(({ content }) => content.members.includes(offer)),
  );
  const covered = bundle < 0 ? 'nothing' : cover;
  return {
    do: 'plan',
    scenario: 'terminate',
    brings: covered === 'bring' ? [bundle] : [],
    ends: (covered === 'end' ? [offer, bundle] : [offer]).map(each => ({ offer: each, endsAt })),
    moves: [],
    releaseAt,
  };
}
