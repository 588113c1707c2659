import type { FieldProblem } from '../problems';
import type { Scenario } from './scenario';

/** What a scenario is called, and what it may bring. @public */
export interface ScenarioRule {
  title: string;
  /** `first`: offers that were never published; `next`: only such that were; `any`: both */
  versions: 'first' | 'next' | 'any';
  /** whether it ends offers */
  ends: boolean;
  /** what it cannot do without */
  needs: 'version' | 'version-or-structure' | 'bundle' | 'termination';
}

/**
 * The one table of what each scenario brings; what it does not allow is refused when it is planned. Changes of
 * structure and views travel with every scenario.
 * @public
 */
export const scenarioRules: Readonly<Record<Scenario, ScenarioRule>> = {
  new: { title: 'New offer', versions: 'first', ends: false, needs: 'version' },
  change: { title: 'Change', versions: 'next', ends: false, needs: 'version-or-structure' },
  bundle: { title: 'Bundle', versions: 'any', ends: false, needs: 'bundle' },
  terminate: { title: 'Termination', versions: 'any', ends: true, needs: 'termination' },
};

/** What a plan is to bring, as far as its scenario is concerned. @public */
export interface PlannedItems {
  /** the offers of its versions, and whether a version of each was ever published */
  versions: readonly { offerId: string; published: boolean }[];
  /** the offers that it ends */
  terminations: readonly { offerId: string; published: boolean }[];
  /** how many changes of structure and views */
  changes: number;
}

/** Why a scenario does not bring what was asked of it: a field for each fault; empty when it does. @public */
export function scenarioFaults(scenario: Scenario, items: PlannedItems): FieldProblem[] {
  return [
    ...needFaults(scenario, items),
    ...items.versions.flatMap(({ published }, index) => versionFault(scenario, published, index)),
    ...terminationFaults(scenario, items),
  ];
}

function needFaults(scenario: Scenario, { versions, terminations, changes }: PlannedItems) {
  const { needs } = scenarioRules[scenario];
  if (needs === 'termination') {
    return terminations.length > 0
      ? []
      : [{ field: 'terminations', remedy: 'Name at least one offer that ends' }];
  }
  const enough = versions.length > 0 || (needs === 'version-or-structure' && changes > 0);
  return enough ? [] : [{ field: 'offerIds', remedy: 'Name at least one offer' }];
}

function versionFault(scenario: Scenario, published: boolean, index: number): FieldProblem[] {
  const { versions: allowed } = scenarioRules[scenario];
  if (allowed === 'any' || published === (allowed === 'next')) return [];
  return [
    {
      field: `offerIds.${index}`,
      remedy: published
        ? 'This offer has been published; plan its next version as a change'
        : 'This offer has never been published; plan it as a new offer',
    },
  ];
}

function terminationFaults(
  scenario: Scenario,
  { versions, terminations }: PlannedItems,
): FieldProblem[] {
  if (terminations.length > 0 && !scenarioRules[scenario].ends) {
    return [{ field: 'terminations', remedy: 'Only a plan of the scenario terminate ends offers' }];
  }
  return terminations.flatMap(({ offerId, published }, index) => {
    const remedy = !published
      ? 'This offer has never been published, so there is nothing to end'
      : isTwice(offerId, index, { versions, terminations });
    return remedy ? [{ field: `terminations.${index}.offerId`, remedy }] : [];
  });
}

function isTwice(
  offerId: string,
  index: number,
  { versions, terminations }: Pick<PlannedItems, 'versions' | 'terminations'>,
): string | undefined {
  const before = terminations.slice(0, index).some(each => each.offerId === offerId);
  const both = versions.some(each => each.offerId === offerId);
  return before || both
    ? 'A plan does one thing with an offer: end it, or bring a version'
    : undefined;
}
