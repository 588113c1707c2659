import { isEmptyAudience } from '../audience/audience';
import { Content } from '../content/content';
import { formatInstant } from '../instantWords';
import { optionProblems } from '../options/checkOptions';
import { Scenario } from '../plan/scenario';
import { KeptReference } from '../references/kept';
import { referenceCriteria } from '../references/referenceCriteria';
import { bundleCriteria, BundleFacts } from './bundleCriteria';
import { Criterion, criterion, Gate, gateOf } from './gate';
import { pricingCriteria } from './pricingCriteria';
import { PlannedContent, scenarioCriteria } from './scenarioCriteria';
import { terminationCriteria, TerminationFacts } from './terminationCriteria';
import { Waiver, withWaivers } from './waivers';

/** What the completeness gate looks at. @public */
export interface DefineExitInput {
  owner: string | undefined;
  content: Content;
  /** ids of the configured categories */
  categories: readonly string[];
  /** from when on its category is no more while it would be in it still */
  leftBehindFrom?: string | undefined;
  /** what the offer sells; absent: what it recommends is not asked */
  interaction?: string;
  /** what is known of the members, for a bundle; absent: they are not looked at */
  bundles?: BundleFacts;
  /** titles of bundles that would not tell it all that an order of it needs; absent: they are not looked at */
  brokenBundles?: readonly string[];
  /** references to kept price lists and parties that are not there, or retired; absent: they are not looked at */
  unresolvedKept?: readonly KeptReference[];
}

/**
 * The criteria of one offer: the offering information is complete (mission: "Shall validate
 * completeness of offering information"; design: "Define exit").
 * @public
 */
export function offerCompleteness(input: DefineExitInput): Criterion[] {
  return [
    ...informationCriteria(input),
    ...accessCriteria(input.content),
    ...pricingCriteria(input.content, input.bundles),
    ...deliveryCriteria(input),
    ...knowledgeCriteria(input.content),
    ...keptCriteria(input),
  ];
}

/** What the Define exit gate of a plan looks at. @public */
export interface PlanDefinition {
  scenario: Scenario;
  /** UTC instant of the planned release */
  releaseAt: string | undefined;
  /** UTC instant at which it is asked; waivers count at it */
  at?: string;
  offers: readonly (DefineExitInput & PlannedContent)[];
  terminations?: readonly TerminationFacts[];
  /** how many changes of structure and views it brings, and what they lack */
  changes?: number;
  structure?: readonly Criterion[];
  waivers?: readonly Waiver[];
}

/** The Define exit gate of a plan, before its approvals. @public */
export function defineExitGate(plan: PlanDefinition): Gate {
  const { scenario, releaseAt, offers, terminations = [], structure = [] } = plan;
  return gateOf('define-exit', [
    ...offers.flatMap(offer => waived(plan, offer.offerId, versionCriteria(offer))),
    ...offers.map(({ offerId, content }) => ({
      ...criterion('validity', 'Ends after it begins', endsAfter(content, releaseAt), {
        remedy: 'The offer would end before it begins: move its end, or the release date.',
        field: 'content.validity.until',
      }),
      offerId,
    })),
    ...offers.flatMap(({ offerId, content }) =>
      existingPricesCriteria(offerId, content, releaseAt),
    ),
    ...terminations.flatMap(facts =>
      waived(plan, facts.termination.offerId, terminationCriteria(facts, toldFrom(plan))),
    ),
    ...structure,
    ...scenarioCriteria(scenario, {
      offers,
      terminations: terminations.length,
      changes: plan.changes ?? 0,
    }),
    criterion('release-date', 'Release date', releaseAt !== undefined, {
      remedy: 'Plan a release date.',
      field: 'releaseAt',
    }),
  ]);
}

/** Nobody is told before the plan is released: at its date, or now where that has passed. */
function toldFrom({ releaseAt = '', at = '' }: PlanDefinition): string {
  return releaseAt > at ? releaseAt : at;
}

function versionCriteria(offer: DefineExitInput & PlannedContent): Criterion[] {
  const { offerId, content, bundles } = offer;
  return [
    ...offerCompleteness(offer),
    ...(bundles ? bundleCriteria(offerId, content, bundles) : []),
    ...dependantCriteria(offer),
  ].map(found => ({ ...found, offerId }));
}

/** A bundle can be ordered only while its members can, with what it tells them (rule 8). */
function dependantCriteria({ brokenBundles = [] }: DefineExitInput): Criterion[] {
  return brokenBundles.length === 0
    ? []
    : [
        criterion('breaks-bundles', 'Bundles tell it what it asks for', false, {
          remedy: `It asks for more than these bundles tell it: ${brokenBundles.join(', ')}. Bring their next version in this plan, or give its options a default.`,
          field: 'content.options',
        }),
      ];
}

function waived(
  { waivers = [], at }: PlanDefinition,
  offerId: string,
  criteria: readonly Criterion[],
): Criterion[] {
  const own = waivers.filter(waiver => waiver.offerId === offerId);
  return at === undefined ? [...criteria] : withWaivers(criteria, own, at);
}

function endsAfter({ validity }: Content, releaseAt: string | undefined): boolean {
  const from = [validity.from, releaseAt]
    .filter(at => at !== undefined)
    .sort()
    .at(-1);
  return validity.until === undefined || from === undefined || from < validity.until;
}

/** Whoever has a subscription pays by new prices from a date ahead of them, never in hindsight (rule 10). */
function existingPricesCriteria(
  offerId: string,
  { pricing: { existingFrom } }: Content,
  releaseAt: string | undefined,
): Criterion[] {
  if (existingFrom === undefined) return [];
  const isAhead = releaseAt === undefined || existingFrom >= releaseAt;
  return [
    {
      ...criterion('existing-prices', 'Prices for subscriptions that exist', isAhead, {
        remedy:
          'They would begin before the release, for what was paid already: move their date, or take it out.',
        field: 'content.pricing.existingFrom',
      }),
      offerId,
    },
  ];
}

/** Told as soon as it is written, though it stops no more than the release (rule 14). */
function keptCriteria({ unresolvedKept = [] }: DefineExitInput): Criterion[] {
  return unresolvedKept.length === 0
    ? []
    : referenceCriteria(unresolvedKept).map(found => ({ ...found, consequence: 'warning' }));
}

function informationCriteria(input: DefineExitInput): Criterion[] {
  const { owner, content } = input;
  const { summary } = content.information;
  return [
    criterion('owner', 'Owner', owner?.startsWith('group:') ?? false, {
      remedy: 'Name the group that owns the offer, such as group:default/platform-team.',
      field: 'owner',
    }),
    criterion('summary', 'Summary', summary.length > 0, {
      remedy: 'Say in a sentence what a consumer gets.',
      field: 'content.information.summary',
    }),
    categoryCriterion(input),
  ];
}

function categoryCriterion({ content, categories, leftBehindFrom }: DefineExitInput): Criterion {
  const { category } = content.information;
  const isThere = category !== undefined && categories.includes(category);
  return criterion('category', 'Category', isThere && leftBehindFrom === undefined, {
    remedy: remedyOf(),
    field: 'content.information.category',
  });

  function remedyOf(): string {
    if (category === undefined) return 'Choose a category, so that consumers find the offer.';
    return isThere && leftBehindFrom !== undefined
      ? `The category ${category} ends on ${formatInstant(leftBehindFrom, 'UTC')}, and its offers go nowhere; choose another.`
      : `The category ${category} is not configured; choose one of the list.`;
  }
}

function accessCriteria({ access }: Content): Criterion[] {
  return [
    criterion('audience-see', 'Who may see it', !isEmptyAudience(access.see), {
      remedy: 'Name the groups or people that may see the offer, or everyone.',
      field: 'content.access.see',
    }),
    criterion('audience-order', 'Who may order it', !isEmptyAudience(access.order), {
      remedy: 'Name the groups or people that may order the offer, or everyone.',
      field: 'content.access.order',
    }),
  ];
}

function deliveryCriteria({ content, interaction }: DefineExitInput): Criterion[] {
  const { terms, options, plans } = content;
  const problems = optionProblems(options);
  return [
    criterion(
      'terms',
      'Delivery terms',
      terms.delivery.length > 0 && terms.leadTimeDays !== undefined,
      {
        remedy: 'Write the delivery terms and the lead time in days.',
        field: 'content.terms',
      },
    ),
    criterion('options', 'Options', problems.length === 0, {
      remedy: problems[0] ?? '',
      field: 'content.options',
    }),
    criterion('fulfilment-plan', 'Fulfilment plan', (plans.fulfilment?.parties.length ?? 0) > 0, {
      remedy: 'Say how an order is fulfilled, and by which party.',
      field: 'content.plans.fulfilment',
    }),
    criterion('support-plan', 'Support plan', (plans.support?.parties.length ?? 0) > 0, {
      remedy: 'Say how support requests are handled, and by which party.',
      field: 'content.plans.support',
    }),
    // Recommended and not asked: what is provided today may be taken down long after the offer.
    ...(interaction === 'provision' && plans.decommission === undefined
      ? [
          criterion('decommission-plan', 'Decommission plan', false, {
            remedy: 'Say how what is provided will be taken down again.',
            field: 'content.plans.decommission',
            consequence: 'warning',
          }),
        ]
      : []),
  ];
}

function knowledgeCriteria({ knowledge }: Content): Criterion[] {
  return [
    criterion('runbook', 'Self-service runbook', knowledge.runbooks.length > 0, {
      remedy: 'Link the runbook that consumers follow by themselves.',
      field: 'content.knowledge.runbooks',
    }),
    criterion('knowledge', 'Knowledge document', knowledge.documents.length > 0, {
      remedy: 'Link at least one document that explains the service.',
      field: 'content.knowledge.documents',
    }),
    criterion(
      'training',
      'Customer training',
      !knowledge.trainingRequired || knowledge.training.length > 0,
      {
        remedy: 'Link the training that consumers must take, or say that none is required.',
        field: 'content.knowledge.training',
      },
    ),
  ];
}
