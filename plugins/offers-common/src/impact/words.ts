import { Audience } from '../content/access';
import { BundleStep } from '../content/bundle';
import { Content } from '../content/content';
import { formatAmount } from '../amounts';

type Priced = Content['pricing']['priceLists'][number];
type Planned = Content['plans']['fulfilment'] | Content['plans']['support'];

/** Words in one line; nothing for none. */
export function listWords(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.join(', ') : undefined;
}

/** A price list charge by charge. */
export function priceWords({ currency, audience, charges }: Priced): string[] {
  const whom = audience.length > 0 ? ` for ${audience.join(' and ')}` : '';
  return charges.map(charge => {
    const amount = formatAmount(charge.amount, currency);
    if (charge.kind === 'recurring') return `${amount} a ${charge.period}${whom}`;
    return `${amount} ${charge.kind === 'usage' ? `a ${charge.unit}` : 'once'}${whom}`;
  });
}

/** What providing it costs, line by line. */
export function costWords(costs: Content['pricing']['costs']): string | undefined {
  return listWords(
    costs.map(({ label, amount, currency, period }) => {
      const when = period === 'once' ? 'once' : `a ${period}`;
      return `${label} ${formatAmount(amount, currency)} ${when}`;
    }),
  );
}

/** Days and service levels of the terms. */
export function termsWords({ leadTimeDays, noticePeriodDays, serviceLevels }: Content['terms']) {
  return listWords([
    ...(leadTimeDays === undefined ? [] : [`lead time ${dayWords(leadTimeDays)}`]),
    ...(noticePeriodDays === undefined ? [] : [`notice ${dayWords(noticePeriodDays)}`]),
    ...serviceLevels.map(({ name, target }) => `${name} ${target}`),
  ]);
}

/** A number of days. */
export function dayWords(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** How many options are asked, and how many are fixed. */
export function optionsWords({ schema, fixed }: Content['options']): string {
  const { properties } = schema;
  const asked =
    properties && typeof properties === 'object' && !Array.isArray(properties)
      ? Object.keys(properties).length
      : 0;
  return `${asked} asked, ${Object.keys(fixed).length} fixed`;
}

/** Who carries out a plan, and by which route. */
export function partiesWords(plan: Planned): string | undefined {
  if (!plan) return undefined;
  const parties = plan.parties.map(party =>
    party.kind === 'internal' ? party.ref : `${party.name} (external)`,
  );
  const route = 'riskRoute' in plan ? ` by ${plan.riskRoute}` : '';
  return `${parties.join(', ')}${route}`;
}

/** Who is in an audience, and who is not. */
export function audienceWords({ allow, deny }: Audience): string | undefined {
  const but = deny.length > 0 ? `; not ${deny.join(', ')}` : '';
  return allow.length === 0 && deny.length === 0 ? undefined : `${allow.join(', ')}${but}`;
}

/** What offers are called, by their ids. */
export type OfferTitles = ReadonlyMap<string, string>;

/**
 * The steps of a bundle.
 * @param titles - what its members are called; a step whose offer has no title here goes by its key
 */
export function stepWords(
  steps: readonly BundleStep[],
  titles: OfferTitles = new Map(),
): string | undefined {
  const names = new Map(steps.map(({ key, offerId }) => [key, titles.get(offerId) ?? key]));
  return listWords(
    steps.map(({ key, quantity, after }) => {
      const first = after.map(other => names.get(other) ?? other);
      const waits = first.length > 0 ? ` after ${first.join(' and ')}` : '';
      return `${quantity > 1 ? `${quantity} × ` : ''}${names.get(key)}${waits}`;
    }),
  );
}

const sold: Readonly<Record<string, string>> = {
  provision: 'something new',
  change: 'a change',
  decommission: 'a removal',
  support: 'support',
};

/** What an offer sells. */
export function interactionWords(interaction: string): string {
  return sold[interaction] ?? interaction;
}
