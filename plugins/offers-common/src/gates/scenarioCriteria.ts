import { Content } from '../content/content';
import { contentHash } from '../content/contentHash';
import { Scenario } from '../plan/scenario';
import { scenarioRules } from '../plan/scenarios';
import { Criterion, criterion } from './gate';

/** A version that a plan brings, beside the one that serves until then. @public */
export interface PlannedContent {
  offerId: string;
  content: Content;
  /** what serves until this takes over; absent for an offer that was never published */
  serving?: Content | undefined;
}

/** What a plan brings, as its scenario counts it. */
interface Brought {
  offers: readonly PlannedContent[];
  terminations: number;
  changes: number;
}

/** What a scenario asks of what it brings, beside completeness. */
export function scenarioCriteria(scenario: Scenario, brought: Brought): Criterion[] {
  return [
    ...(scenario === 'change' ? brought.offers.map(differenceCriterion) : []),
    enoughCriterion(scenario, brought),
  ];
}

function differenceCriterion({ offerId, content, serving }: PlannedContent): Criterion {
  const differs = serving === undefined || contentHash(serving) !== contentHash(content);
  return {
    ...criterion('difference', 'Something changes', differs, {
      remedy: 'The draft says what the live version says: change something, or take it out.',
      field: 'content',
    }),
    offerId,
  };
}

function enoughCriterion(
  scenario: Scenario,
  { offers, terminations, changes }: Brought,
): Criterion {
  switch (scenarioRules[scenario].needs) {
    case 'termination':
      return criterion('terminations', 'At least one offer that ends', terminations > 0, {
        remedy: 'Name the offers that end.',
        field: 'terminations',
      });
    case 'bundle':
      return criterion(
        'bundle',
        'A bundle',
        offers.some(({ content }) => content.bundle !== undefined),
        {
          remedy: 'Give one of the offers members: a bundle is ordered as one.',
          field: 'content.bundle',
        },
      );
    case 'version-or-structure':
      return offersCriterion(offers.length > 0 || changes > 0);
    default:
      return offersCriterion(offers.length > 0);
  }
}

function offersCriterion(holds: boolean): Criterion {
  return criterion('offers', 'At least one offer', holds, {
    remedy: 'Add an offer to the plan.',
    field: 'offerIds',
  });
}
