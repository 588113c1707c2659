import { judgedMargins } from '../bundle/bundleMargins';
import { judgedPricing, MemberOf } from '../bundle/bundlePricing';
import { Content } from '../content/content';
import { EVERYONE } from '../refs';
import { Margin } from '../pricing/margin';
import { PriceChange, priceChanges } from './priceChanges';

/** What a plan sets out to do, as the approval policy tells plans apart. @public */
export type FactScenario = 'new' | 'change' | 'bundle' | 'terminate';

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
  /** what a bundle would order of a member */
  memberOf: MemberOf;
}

/** The facts of one offer of a plan; its prices are those that its gate judges, of a bundle its members'. @public */
export function offerFacts(input: OfferFactsInput): OfferFacts {
  const { offerId, name, owner, content, before, memberOf } = input;
  const { access, plans, product } = content;
  const judged = (of: Content) => ({ ...of, pricing: judgedPricing(of, memberOf) });
  return {
    offerId,
    name,
    owner,
    entities: product.entities.map(({ ref, role }) => ({ ref, role })),
    margins: judgedMargins(content, memberOf),
    priceChanges: before ? priceChanges(judged(before), judged(content)) : [],
    forEveryone: access.see.allow.includes(EVERYONE) || access.order.allow.includes(EVERYONE),
    riskRoute: riskRouteOf(plans),
  };
}

/** By change as soon as one of the plans goes by change. */
function riskRouteOf({ fulfilment, decommission }: Content['plans']): OfferFacts['riskRoute'] {
  const routes = [fulfilment, decommission].flatMap(plan => plan?.riskRoute ?? []);
  return routes.includes('change') ? 'change' : routes[0];
}
