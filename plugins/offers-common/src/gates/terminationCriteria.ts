import { formatInstant } from '../instantWords';
import { noticeBefore, Termination } from '../plan/terminations';
import { Criterion, criterion } from './gate';

/** What is known of an offer that a plan ends. @public */
export interface TerminationFacts {
  termination: Termination;
  title: string;
  /** days of notice that the live version promises */
  noticeDays: number | undefined;
  /** whether the replacement is offered by then, or brought by the same plan; absent without one */
  replacementLive: boolean | undefined;
  /** titles of bundles that depend on it and that the plan does not cover */
  dependants: readonly string[];
  /** live subscriptions, where they are known */
  subscriptions?: number | undefined;
}

/**
 * What the scenario `terminate` asks of each offer that ends.
 * @param toldFrom - the earliest instant at which anybody can be told: a late release tells late
 * @public
 */
export function terminationCriteria(facts: TerminationFacts, toldFrom: string): Criterion[] {
  return [
    replacementCriterion(facts),
    ...dateCriteria(facts, toldFrom),
    criterion('termination-bundles', 'No bundle depends on it', facts.dependants.length === 0, {
      remedy: `Bundles have it as a member: ${facts.dependants.join(', ')}. Bring their next version without it, or end them too, in this plan.`,
      field: 'terminations',
    }),
    subscriptionCriterion(facts),
  ].map(found => ({ ...found, offerId: facts.termination.offerId }));
}

function replacementCriterion({ termination, replacementLive }: TerminationFacts): Criterion {
  const { replacedBy, noReplacement } = termination;
  const holds = replacedBy === undefined ? noReplacement !== undefined : replacementLive === true;
  return criterion('termination-replacement', 'Replacement, or a reason for none', holds, {
    remedy: replacedBy
      ? 'The replacement is not offered by then: publish it first, or bring it in this plan.'
      : 'Name the offer that replaces it, or say why none does.',
    field: 'terminations',
  });
}

function dateCriteria(
  { termination, noticeDays = 0 }: TerminationFacts,
  toldFrom: string,
): Criterion[] {
  const { noticeAt, endsAt, endsZone } = termination;
  const told = noticeAt > toldFrom ? noticeAt : toldFrom;
  const latest = noticeBefore(endsAt, endsZone, noticeDays);
  return [
    criterion('termination-end', 'Ends after its notice', told < endsAt, {
      remedy: 'Let the offer end after its notice and after the release date of the plan.',
      field: 'terminations',
    }),
    criterion('termination-notice', 'Promised notice', told <= latest, {
      remedy: `The terms promise ${noticeDays} days of notice: give it by ${formatInstant(latest, endsZone)}, or end the offer later.`,
      field: 'terminations',
    }),
  ];
}

function subscriptionCriterion({ termination, subscriptions }: TerminationFacts): Criterion {
  const { replacedBy, subscriptions: move } = termination;
  const movesTo = move.when === 'end' || replacedBy !== undefined;
  const inTime = move.when !== 'on-date' || move.at <= termination.endsAt;
  const live = subscriptions === undefined ? '' : ` It has ${subscriptions} live subscriptions.`;
  return criterion(
    'termination-subscriptions',
    'What becomes of subscriptions',
    movesTo && inTime,
    {
      remedy: movesTo
        ? `Move subscriptions no later than the offer ends.${live}`
        : `Name the offer that subscriptions move to, or let them end with it.${live}`,
      field: 'terminations',
    },
  );
}
