import { z } from 'zod';
import { Content } from '../content/content';
import { formatAmount } from '../money';
import { Margin, marginSchema, marginsOf } from '../pricing/margin';

/** One thing that the plan brings, in words a manager reads: what it was and what it will be. @public */
export const changeSchema = z
  .strictObject({
    field: z.string(),
    label: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
    material: z.boolean(),
  })
  .meta({ id: 'Change' });

/** One thing that the plan brings. @public */
export type Change = z.infer<typeof changeSchema>;

/** How many people a group or list holds; absent where the catalogue does not tell. @public */
export const reachSchema = z
  .strictObject({ principal: z.string(), people: z.int().optional() })
  .meta({ id: 'Reach' });

/** What the release of one offer does. @public */
export const offerImpactSchema = z
  .strictObject({
    offerId: z.string(),
    title: z.string(),
    changes: z.array(changeSchema),
    margins: z.array(marginSchema),
    audienceGained: z.array(reachSchema),
    mayOrder: z.array(reachSchema),
    from: z.string(),
    until: z.string().optional(),
  })
  .meta({ id: 'OfferImpact' });

/** What the release of one offer does. @public */
export type OfferImpact = z.infer<typeof offerImpactSchema>;

/** What the impact of a new offer is computed from. @public */
export interface NewOfferImpactInput {
  offerId: string;
  interaction: string;
  owner: string | undefined;
  content: Content;
  /** UTC instant from which it may be ordered */
  from: string;
  /** people in each principal of the audience, where known */
  people: ReadonlyMap<string, number>;
}

/** The impact of releasing an offer that did not exist before. @public */
export function newOfferImpact(input: NewOfferImpactInput): OfferImpact {
  const { content, people } = input;
  const reach = (principals: readonly string[]) =>
    principals.map(principal => {
      const count = people.get(principal);
      return count === undefined ? { principal } : { principal, people: count };
    });
  return {
    offerId: input.offerId,
    title: content.information.title,
    changes: newOfferChanges(input),
    margins: marginsOf(content.pricing),
    audienceGained: reach(content.access.see.allow),
    mayOrder: reach(content.access.order.allow),
    from: input.from,
    ...(content.validity.until ? { until: content.validity.until } : {}),
  };
}

function newOfferChanges({ content, owner, interaction }: NewOfferImpactInput): Change[] {
  const { information, pricing, terms, plans, options, product, knowledge } = content;
  const rows: [string, string, string | undefined, boolean][] = [
    ['owner', 'Owner', owner, true],
    ['interaction', 'Sells', interaction, true],
    ['content.information.category', 'Category', information.category, false],
    ['content.product.entities', 'Linked to', list(product.entities.map(({ ref }) => ref)), true],
    ['content.pricing.priceLists', 'Price', list(pricing.priceLists.flatMap(priceWords)), true],
    ['content.terms', 'Terms', termsWords(terms), true],
    ['content.options', 'Options', optionsWords(options), true],
    ['content.plans.fulfilment', 'Fulfilment', partiesWords(plans.fulfilment), true],
    ['content.plans.support', 'Support', partiesWords(plans.support), true],
    [
      'content.knowledge.runbooks',
      'Runbooks',
      list(knowledge.runbooks.map(({ title }) => title)),
      false,
    ],
  ];
  return rows.flatMap(([field, label, after, material]) =>
    after ? [{ field, label, after, material }] : [],
  );
}

function list(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.join(', ') : undefined;
}

function priceWords({ currency, charges }: Content['pricing']['priceLists'][number]): string[] {
  return charges.map(charge => {
    const amount = formatAmount(charge.amount, currency);
    if (charge.kind === 'recurring') return `${amount} a ${charge.period}`;
    return charge.kind === 'usage' ? `${amount} a ${charge.unit}` : `${amount} once`;
  });
}

function termsWords({ leadTimeDays, noticePeriodDays, serviceLevels }: Content['terms']) {
  const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  return list([
    ...(leadTimeDays === undefined ? [] : [`lead time ${days(leadTimeDays)}`]),
    ...(noticePeriodDays === undefined ? [] : [`notice ${days(noticePeriodDays)}`]),
    ...serviceLevels.map(({ name, target }) => `${name} ${target}`),
  ]);
}

function optionsWords({ schema, fixed }: Content['options']): string {
  const properties = schema.properties;
  const asked =
    properties && typeof properties === 'object' && !Array.isArray(properties)
      ? Object.keys(properties).length
      : 0;
  return `${asked} asked, ${Object.keys(fixed).length} fixed`;
}

function partiesWords(plan: Content['plans']['fulfilment'] | Content['plans']['support']) {
  if (!plan) return undefined;
  const parties = plan.parties.map(party =>
    party.kind === 'internal' ? party.ref : `${party.name} (external)`,
  );
  const route = 'riskRoute' in plan ? ` by ${plan.riskRoute}` : '';
  return `${parties.join(', ')}${route}`;
}

/** Margins of an impact in one line each, for cards and pages. @public */
export function marginWords(margin: Margin): string {
  const { currency, price, cost, marginPercent, floorPercent, verdict } = margin;
  const known = `${price} ${currency} in the first year`;
  if (verdict === 'no-cost') return `${known}; no cost known in ${currency}`;
  const percent = marginPercent === undefined ? 'no margin' : `margin ${marginPercent} %`;
  const floor = floorPercent === undefined ? 'no floor set' : `floor ${floorPercent} %`;
  return `${known}, cost ${cost} ${currency}: ${percent} (${floor})${verdict === 'under-floor' ? ', under the floor' : ''}`;
}
