import { CountedDecision, PlanApproval, StepProgress } from './approval';
import { Asked, AskedStep, escalatesAt, neededIn } from './asked';

/** What tells where an approval stands. @public */
export interface ProgressInput {
  asked: Asked;
  currentHash: string;
  decisions: readonly CountedDecision[];
  /** everyone who had a part in the change: their decisions do not count, nor those for them (rule 4) */
  excluded: readonly string[];
}

/**
 * Where the approval of a content stands. Only decisions on that very content count (rule 3), one for a
 * person and one for whom a person stood in (rule 4); a rejection ends it, whoever approved; then a request
 * for changes. In which step a decision counts was settled when it was taken, so neither their order nor
 * the instant of asking makes a difference.
 * @public
 */
export function approvalProgress(input: ProgressInput): PlanApproval {
  const { asked } = input;
  const counting = countingDecisions(input);
  const steps = stepsProgress(input, counting);
  const { breakGlass, expiresAt } = asked;
  const alone = breakGlass && countsAlone(input) ? breakGlass : undefined;
  return {
    given: steps.reduce((sum, step) => sum + Math.min(step.given, step.needed), 0),
    required: steps.reduce((sum, { needed }) => sum + needed, 0),
    outcome: outcome(),
    steps,
    ...(expiresAt ? { expiresAt } : {}),
    ...(alone ? { breakGlass: { by: alone.by, at: alone.at, reason: alone.reason } } : {}),
  };

  function outcome(): PlanApproval['outcome'] {
    const said = (verdict: CountedDecision['verdict']) =>
      counting.some(decision => decision.verdict === verdict);
    if (said('reject')) return 'rejected';
    if (said('request-changes')) return 'changes-requested';
    if (alone) return 'approved';
    // A plan of which nothing was asked is not approved: there is nobody who could have said so.
    return steps.length > 0 && steps.every(({ state }) => state === 'met') ? 'approved' : 'open';
  }
}

function countsAlone({ asked, currentHash, excluded }: ProgressInput): boolean {
  const { breakGlass } = asked;
  return breakGlass?.contentHash === currentHash && !excluded.includes(breakGlass.by);
}

/** The decisions that count: on this content, by and for nobody excluded, each person and each seat once. */
function countingDecisions({ decisions, currentHash, excluded }: ProgressInput): CountedDecision[] {
  const deciders = new Set<string>();
  const seats = new Set<string>();
  return decisions
    .filter(
      decision =>
        decision.contentHash === currentHash &&
        !excluded.includes(decision.decider) &&
        !excluded.includes(seatOf(decision)),
    )
    .sort(inOneOrder)
    .filter(decision => {
      const isNew = !deciders.has(decision.decider) && !seats.has(seatOf(decision));
      if (isNew) {
        deciders.add(decision.decider);
        seats.add(seatOf(decision));
      }
      return isNew;
    });
}

/** Whose decision it is: that of whom the decider stands in for, or their own. @public */
export function seatOf({ decider, onBehalfOf }: Pick<CountedDecision, 'decider' | 'onBehalfOf'>) {
  return onBehalfOf ?? decider;
}

/** What weighs more comes first, then by name: the same for every order of arrival. */
function inOneOrder(a: CountedDecision, b: CountedDecision): number {
  const key = ({ verdict, decider, step, ...rest }: CountedDecision) =>
    [
      { reject: 0, 'request-changes': 1, approve: 2 }[verdict],
      decider,
      seatOf({ decider, ...rest }),
      step,
    ].join(' ');
  return key(a) < key(b) ? -1 : 1;
}

function stepsProgress(
  { asked, excluded }: ProgressInput,
  counting: readonly CountedDecision[],
): StepProgress[] {
  let isTurn = true;
  return asked.steps.map(step => {
    const given = counting.filter(
      decision => decision.step === step.id && decision.verdict === 'approve',
    ).length;
    const needed = neededIn(step, excluded);
    const isMet = given >= needed;
    const now = isMet ? 'met' : 'open';
    const state = isTurn ? now : 'waiting';
    isTurn = isTurn && isMet;
    return { ...shownStep(step), given, needed, state };
  });
}

function shownStep(step: AskedStep): Omit<StepProgress, 'given' | 'needed' | 'state'> {
  const { id, title, approvers, decideIn, lowRisk, openedAt, escalation } = step;
  const escalates = escalatesAt(step);
  return {
    id,
    title,
    approvers,
    decideIn,
    lowRisk,
    ...(openedAt ? { openedAt } : {}),
    ...(escalates ? { escalatesAt: escalates } : {}),
    fallback: escalation?.approvers ?? [],
  };
}

/** The step whose turn it is, or undefined when all are met. @public */
export function currentStep(input: ProgressInput): AskedStep | undefined {
  const open = stepsProgress(input, countingDecisions(input)).find(({ state }) => state === 'open');
  return open && input.asked.steps.find(({ id }) => id === open.id);
}
