import { judgedMargins } from '../bundle/bundleMargins';
import { isPricedByMembers, judgedPricing } from '../bundle/bundlePricing';
import { leastChoices } from '../bundle/leastChoice';
import { stepTitles } from '../bundle/stepTitles';
import { Content } from '../content/content';
import { Pricing } from '../content/pricing';
import { Margin, marginsOf } from '../pricing/margin';
import { BundleFacts } from './bundleCriteria';
import { Criterion, criterion } from './gate';

const MARGIN = 'Margin at or over the floor';

/** What is asked of price, cost and margin: of a bundle with its members. */
interface Judged {
  pricing: Pricing;
  margins: readonly Margin[];
}

/** Whether an offer has a price and a cost, with a margin at or over its floor. */
export function pricingCriteria(content: Content, bundles: BundleFacts | undefined): Criterion[] {
  const awaited = bundles ? awaitedMembers(content, bundles) : [];
  const judged = judgedOf(content, bundles);
  // What the members cost and earn is not known here: the plan that brings the bundle asks for it.
  if (!judged) return [];
  if (awaited.length > 0 && isPricedByMembers(content)) return awaitedCriteria(awaited);
  return [
    priceCriterion(content, judged.pricing),
    costCriterion(judged),
    marginCriterion(content, judged, bundles),
  ];
}

/** What to judge by: a bundle without a price of its own has the prices of its members. */
function judgedOf(content: Content, bundles: BundleFacts | undefined): Judged | undefined {
  const { pricing, options } = content;
  if (bundles) {
    const memberOf = (id: string) => bundles.members.get(id)?.content;
    return {
      pricing: judgedPricing(content, memberOf),
      margins: judgedMargins(content, memberOf),
    };
  }
  return isPricedByMembers(content) ? undefined : { pricing, margins: marginsOf(pricing, options) };
}

/** Titles of members, and of theirs, of which nothing is offered by then: so nobody knows what they cost. */
function awaitedMembers(content: Content, { members }: BundleFacts): string[] {
  const seen = new Set<string>();
  const titles: string[] = [];
  const wanted = [content];
  for (const { bundle } of wanted) {
    for (const { offerId } of bundle?.steps ?? []) {
      const member = members.get(offerId);
      if (!member || seen.has(offerId)) continue;
      seen.add(offerId);
      if (member.content) wanted.push(member.content);
      else titles.push(member.title);
    }
  }
  return titles;
}

function awaitedCriteria(titles: readonly string[]): Criterion[] {
  const missing = {
    remedy: `Not known before its members are offered, and nothing is by then of ${titles.join(', ')}: publish that first, or bring it in this plan.`,
    field: 'content.bundle.steps',
  };
  return [
    criterion('price', 'Price', false, missing),
    criterion('cost', 'Cost', false, missing),
    criterion('margin', MARGIN, false, missing),
  ];
}

function priceCriterion(content: Content, { priceLists }: Pricing): Criterion {
  return criterion(
    'price',
    'Price',
    priceLists.length > 0,
    isPricedByMembers(content)
      ? {
          remedy:
            'The members have no currency in common: give each a price in the same one, or the bundle a price of its own.',
          field: 'content.bundle',
        }
      : {
          remedy: 'Add a price list with at least one charge; a free offer has a charge of 0.',
          field: 'content.pricing.priceLists',
        },
  );
}

function costCriterion({ pricing, margins }: Judged): Criterion {
  const priced = margins.map(({ currency }) => currency);
  const costed = [
    ...pricing.costs.map(({ currency }) => currency),
    ...margins.flatMap(({ currency, cost }) => (cost === undefined ? [] : [currency])),
  ];
  // Without any price there is nothing to match yet; the price is missing by itself then.
  const unmatched =
    priced.length === 0
      ? []
      : [...new Set([...priced, ...costed])].filter(
          currency => !priced.includes(currency) || !costed.includes(currency),
        );
  return criterion('cost', 'Cost', costed.length > 0 && unmatched.length === 0, {
    remedy:
      costed.length === 0
        ? 'Add what providing the offer costs; 0 if nothing.'
        : `Price lists and costs need the same currencies, so that the margin can be judged: ${unmatched.join(', ')} has only one of the two.`,
    field: 'content.pricing.costs',
  });
}

function marginCriterion(
  content: Content,
  { pricing, margins }: Judged,
  bundles: BundleFacts | undefined,
): Criterion {
  const judged = margins.filter(({ verdict }) => verdict !== 'no-cost');
  const under = margins.filter(({ verdict }) => verdict === 'under-floor');
  const currencies = [...new Set(under.map(({ currency }) => currency))];
  const where = currencies.map(currency => currency + withSteps(content, currency, bundles));
  return criterion('margin', MARGIN, judged.length > 0 && under.length === 0, {
    remedy:
      under.length === 0
        ? 'Add price and cost, so that the margin can be judged.'
        : `The margin is under the floor of ${pricing.marginFloorPercent ?? '0'} % in ${where.join(', ')}: raise the price or lower the cost.`,
    field: 'content.pricing',
  });
}

/** With which choice a bundle earns least, so that its author knows where to look. */
function withSteps(content: Content, currency: string, bundles: BundleFacts | undefined): string {
  if (!bundles || !content.bundle) return '';
  const { members } = bundles;
  const least = leastChoices(content, id => members.get(id)?.content).get(currency);
  if (!least) return '';
  const titles = stepTitles(content.bundle.steps, id => members.get(id)?.title);
  return ` (with ${least.steps.map(({ key }) => titles.get(key) ?? key).join(', ')})`;
}
