import { Audience } from '../content/access';
import { stepTitles } from '../bundle/stepTitles';
import { Bundle, BundleStep } from '../content/bundle';
import { Content } from '../content/content';
import { Charge } from '../content/pricing';
import { SubscriptionMove } from '../content/succession';
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
  return charges.map(
    charge => `${chargeWords(charge, formatAmount(charge.amount, currency))}${whom}`,
  );
}

/** How often an amount is charged. */
export function chargeWords(charge: Charge, amount: string): string {
  if (charge.kind === 'recurring') return `${amount} a ${charge.period}`;
  return charge.kind === 'usage' ? `${amount} a ${charge.unit}` : `${amount} once`;
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

/** Who carries out a plan, and by which route. */
export function partiesWords(plan: Planned): string | undefined {
  if (!plan) return undefined;
  const parties = plan.parties.map(party =>
    party.kind === 'internal' ? party.ref : `${party.name} (external)`,
  );
  const route = 'riskRoute' in plan ? ` by ${plan.riskRoute}` : '';
  return `${parties.join(', ')}${route}`;
}

const drivers: Readonly<Record<string, string>> = {
  manual: 'by hand',
  'open-service-broker': 'by a service broker',
  scaffolder: 'by a software template',
};

/** How a plan is carried out, where it is, and by whom. */
export function planWords(plan: Planned): string | undefined {
  if (!plan) return undefined;
  const how = 'driver' in plan ? drivers[plan.driver] : undefined;
  return [how ? `${how}: ${plan.reference}` : plan.reference, partiesWords(plan)].join('; ');
}

/** The steps in which an audience gets a version: who is in each, and how long it lasts. */
export function ringWords(rings: Content['access']['rings']): string | undefined {
  return listWords(
    rings.map(({ name, groups, percent, holdHours }) => {
      const who = [...groups, ...(percent > 0 ? [`${percent} %`] : [])].join(' and ');
      return `${name} (${who}${holdHours === undefined ? '' : `, ${holdHours} h`})`;
    }),
  );
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
  const names = stepTitles(steps, offerId => titles.get(offerId));
  return listWords(
    steps.map(({ key, quantity, after }) => {
      const first = after.map(other => names.get(other) ?? other);
      const waits = first.length > 0 ? ` after ${first.join(' and ')}` : '';
      return `${quantity > 1 ? `${quantity} × ` : ''}${names.get(key)}${waits}`;
    }),
  );
}

/** The groups of members of which the consumer takes some. */
export function choiceWords(choices: Bundle['choices']): string | undefined {
  return listWords(choices.map(({ title, atLeast, atMost }) => `${title} (${atLeast}–${atMost})`));
}

/** What a bundle costs. */
export function bundlePriceWords(price: Bundle['price']): string {
  if (price.rule === 'fixed') return 'a price of its own';
  const less = price.rule === 'discount' ? `, less ${price.percent} %` : '';
  return `what its members cost${less}`;
}

/** What becomes of subscriptions. */
export function moveWords(move: SubscriptionMove, date: (at: string) => string): string {
  switch (move.when) {
    case 'now':
      return 'they move to the replacement at once';
    case 'on-date':
      return `they move to the replacement on ${date(move.at)}`;
    case 'consumer-chooses':
      return 'they move to the replacement when the consumer chooses';
    default:
      return 'they end with it';
  }
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
