import { Content } from '../content/content';
import { Charge, Pricing } from '../content/pricing';
import { EVERYONE } from '../refs';
import { Margin, marginsOf } from '../pricing/margin';

/** What a plan sets out to do, as the approval policy tells plans apart. @public */
export type FactScenario = 'new' | 'change' | 'bundle' | 'terminate';

/** A price that is another one afterwards; both are decimal amounts in the currency. @public */
export interface PriceChange {
  currency: string;
  /** what is charged: the first year as a whole, or one charge by its label */
  charge: string;
  before: string;
  after: string;
}

/** What the approval policy may look at in one offer of a plan. @public */
export interface OfferFacts {
  offerId: string;
  name: string;
  owner: string | undefined;
  /** the linked entities with their roles */
  entities: readonly { ref: string; role: string }[];
  margins: readonly Margin[];
  /** against the version that serves when the plan is released; none for a new offer */
  priceChanges: readonly PriceChange[];
  /** whether everyone may see or order it */
  forEveryone: boolean;
  riskRoute: 'request' | 'change' | undefined;
}

/**
 * What the approval policy may look at: plain facts about a plan, gathered before its conditions are
 * judged, so that each condition is a small pure function.
 * @public
 */
export interface PlanFacts {
  planId: string;
  scenario: FactScenario;
  /** UTC instant of the planned release */
  releaseAt: string;
  requestedBy: string;
  offers: readonly OfferFacts[];
  /** how many changes of categories and catalogues it brings */
  structureChanges: number;
  /** how many changes of views it brings */
  viewChanges: number;
  /** how many living subscriptions the offers of the plan have */
  liveSubscriptions: number;
}

/** What the facts of one offer are taken from. @public */
export interface OfferFactsInput {
  offerId: string;
  name: string;
  owner: string | undefined;
  content: Content;
  /** the content that serves until the plan is released */
  before: Content | undefined;
}

/** The facts of one offer of a plan. @public */
export function offerFacts({ offerId, name, owner, content, before }: OfferFactsInput): OfferFacts {
  const { access, plans, pricing, product } = content;
  return {
    offerId,
    name,
    owner,
    entities: product.entities.map(({ ref, role }) => ({ ref, role })),
    margins: marginsOf(pricing),
    priceChanges: before ? priceChanges(before.pricing, pricing) : [],
    forEveryone: access.see.allow.includes(EVERYONE) || access.order.allow.includes(EVERYONE),
    riskRoute: riskRouteOf(plans),
  };
}

interface Price {
  /** whose price it is and of what: by this the two sides are compared */
  key: string;
  currency: string;
  charge: string;
  amount: string;
}

/** By change as soon as one of the plans goes by change. */
function riskRouteOf({ fulfilment, decommission }: Content['plans']): OfferFacts['riskRoute'] {
  const routes = [fulfilment, decommission].flatMap(plan => plan?.riskRoute ?? []);
  return routes.includes('change') ? 'change' : routes[0];
}

/**
 * Prices that change: the first year of each price list, and each charge and tier that both sides have. A
 * single charge counts too, or a dearer fee could hide behind a cheaper one.
 * @public
 */
export function priceChanges(before: Pricing, after: Pricing): PriceChange[] {
  const now = new Map(pricesOf(after).map(({ key, amount }) => [key, amount]));
  return pricesOf(before).flatMap(({ key, currency, charge, amount }) => {
    const next = now.get(key);
    return next !== undefined && next !== amount
      ? [{ currency, charge, before: amount, after: next }]
      : [];
  });
}

function pricesOf(pricing: Pricing): Price[] {
  const margins = marginsOf(pricing);
  return pricing.priceLists.flatMap((list, index) => {
    const { currency } = list;
    const named = (kind: string, charge: string, amount: string): Price => ({
      key: JSON.stringify([currency, [...list.audience].sort(), kind, charge]),
      currency,
      charge,
      amount,
    });
    const year = margins[index]?.price;
    return [
      ...(year === undefined ? [] : [named('year', 'the first year', year)]),
      ...list.charges.flatMap(charge => [
        named(kindOf(charge), charge.label, charge.amount),
        ...tiersOf(charge).map(({ upTo, amount }) =>
          named(kindOf(charge), `${charge.label}, up to ${upTo ?? 'any quantity'}`, amount),
        ),
      ]),
    ];
  });
}

function kindOf(charge: Charge): string {
  if (charge.kind === 'recurring') return `recurring ${charge.period}`;
  return charge.kind === 'usage' ? `usage ${charge.unit}` : charge.kind;
}

function tiersOf(charge: Charge) {
  return charge.kind === 'usage' ? (charge.tiers?.steps ?? []) : [];
}
