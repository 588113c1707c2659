import { formatInstant } from '../instantWords';
import { noticeBefore, Termination } from '../plan/terminations';
import { Criterion, criterion } from './gate';

/** What is known of an offer that a plan ends. @public */
export interface TerminationFacts {
  termination: Termination;
  title: string;
  /** days of notice that the live version promises */
  noticeDays: number | undefined;
  /** whether the replacement is offered whenever it is needed, or brought by the same plan; absent without one */
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
    subscriptionCriterion(facts, toldFrom),
  ].map(found => ({ ...found, offerId: facts.termination.offerId }));
}

function replacementCriterion({ termination, replacementLive }: TerminationFacts): Criterion {
  const { offerId, replacedBy, noReplacement } = termination;
  const isItself = replacedBy === offerId;
  const holds =
    replacedBy === undefined ? noReplacement !== undefined : replacementLive === true && !isItself;
  return criterion('termination-replacement', 'Replacement, or a reason for none', holds, {
    remedy: remedyOf(),
    field: 'terminations',
  });

  function remedyOf(): string {
    if (replacedBy === undefined) return 'Name the offer that replaces it, or say why none does.';
    return isItself
      ? 'An offer that ends cannot replace itself: name another one, or say why none replaces it.'
      : 'The replacement is not offered by then: publish it first, or bring it in this plan.';
  }
}

/** From when it is told that the offer ends: a late release tells late. */
function toldAt({ noticeAt }: Termination, toldFrom: string): string {
  return noticeAt > toldFrom ? noticeAt : toldFrom;
}

function dateCriteria(
  { termination, noticeDays = 0 }: TerminationFacts,
  toldFrom: string,
): Criterion[] {
  const { endsAt, endsZone } = termination;
  const told = toldAt(termination, toldFrom);
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

function subscriptionCriterion(
  { termination, subscriptions }: TerminationFacts,
  toldFrom: string,
): Criterion {
  const { replacedBy, subscriptions: move, endsAt } = termination;
  const live = subscriptions === undefined ? '' : ` It has ${subscriptions} live subscriptions.`;
  const fault = faultOf();
  return criterion('termination-subscriptions', 'What becomes of subscriptions', !fault, {
    remedy: `${fault ?? ''}${live}`,
    field: 'terminations',
  });

  function faultOf(): string | undefined {
    if (move.when !== 'end' && replacedBy === undefined) {
      return 'Name the offer that subscriptions move to, or let them end with it.';
    }
    if (move.when !== 'on-date') return undefined;
    if (move.at > endsAt) return 'Move subscriptions no later than the offer ends.';
    return move.at < toldAt(termination, toldFrom)
      ? 'Move subscriptions no earlier than consumers are told that the offer ends.'
      : undefined;
  }
}
