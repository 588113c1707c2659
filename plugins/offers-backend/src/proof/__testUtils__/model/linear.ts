import { Act } from './act';
import { Outcome } from './desk';
import { perform } from './rules';
import { Model } from './world';

/** A request with what was answered. */
export interface Answered {
  act: Act;
  outcome: Outcome;
  /** what a refusal said, to be read */
  why?: string;
}

/**
 * The models that some answers of requests which ran at once can have led to: for each order in which the requests
 * give just these answers, one after the other, what is there afterwards. Of a request without an answer nobody knows
 * whether it was done. No order at all is a violation: what happened cannot be explained by the rules.
 */
export function explanations(before: Model, answered: readonly Answered[]): Model[] {
  if (answered.length === 0) return [before];
  return answered.flatMap((first, index) => {
    const others = answered.filter((_, other) => other !== index);
    return outcomesOf(before, first).flatMap(after => explanations(after, others));
  });
}

function outcomesOf(before: Model, { act, outcome }: Answered): Model[] {
  const after = structuredClone(before);
  const isDone = perform(after, act);
  if (outcome === 'unknown') return isDone ? [after, before] : [before];
  return isDone === (outcome === 'done') ? [isDone ? after : before] : [];
}
