import { z } from 'zod';
import { Need, needSchema } from './policy';
import { hoursAfter } from './reminders';

/**
 * A step as it was asked for of one plan: everything that a decision needs, so that deciding asks
 * nobody else. Who approves is kept as principals; who they were when asked, as people.
 * @public
 */
export const askedStepSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    approvers: z.array(z.string()),
    people: z.array(z.string()),
    need: needSchema,
    remindAfterHours: z.array(z.number()),
    escalation: z
      .strictObject({
        afterHours: z.number(),
        approvers: z.array(z.string()),
        people: z.array(z.string()),
      })
      .optional(),
    decideIn: z.enum(['anywhere', 'portal']),
    lowRisk: z.boolean(),
    /** when it began to wait; absent while an earlier step does */
    openedAt: z.string().optional(),
  })
  .meta({ id: 'AskedStep' });

/** A step as it was asked for of one plan. @public */
export type AskedStep = z.output<typeof askedStepSchema>;

/** What was asked for of one plan. @public */
export const askedSchema = z
  .strictObject({
    steps: z.array(askedStepSchema),
    /** from this instant on nothing can be decided any more */
    expiresAt: z.string().optional(),
    /** who approved it alone in an emergency, and of what content */
    breakGlass: z
      .strictObject({
        by: z.string(),
        at: z.string(),
        reason: z.string(),
        contentHash: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'Asked' });

/** What was asked for of one plan. @public */
export type Asked = z.output<typeof askedSchema>;

/** Somebody with everything that names them: their own ref and their groups, lower case. @public */
export interface Decider {
  ref: string;
  principals: readonly string[];
}

/** Where each of some people counts, one by one: who comes later is none of them. */
function isOfPeople(need: Need): boolean {
  return need === 'all' || (typeof need === 'object' && 'percent' in need);
}

/** From when on the fallback approvers of a step are approvers too (included). @public */
export function escalatesAt({ escalation, openedAt }: AskedStep): string | undefined {
  return escalation && openedAt ? hoursAfter(openedAt, escalation.afterHours) : undefined;
}

/** Whether a step has been escalated by an instant. @public */
export function isEscalated(step: AskedStep, at: string): boolean {
  const from = escalatesAt(step);
  return from !== undefined && from <= at;
}

/** Whether a person approves in a step at an instant. @public */
export function approvesIn(step: AskedStep, person: Decider, at: string): boolean {
  const isNamed = holds(step.approvers, person);
  if (isNamed && (!isOfPeople(step.need) || step.people.includes(person.ref))) return true;
  return isEscalated(step, at) && holds(step.escalation?.approvers ?? [], person);
}

/** Whether a person could approve in a step, now or once it is escalated. @public */
export function couldApproveIn(step: AskedStep, person: Decider): boolean {
  return holds([...step.approvers, ...(step.escalation?.approvers ?? [])], person);
}

function holds(list: readonly string[], { ref, principals }: Decider): boolean {
  return list.includes(ref) || principals.some(principal => list.includes(principal));
}

/**
 * How many approvals a step needs. Shares are of the people who were asked, without those who had a part
 * in the change, and rounded up; never less than one.
 * @public
 */
export function neededIn(
  { need, people }: Pick<AskedStep, 'need' | 'people'>,
  excluded: readonly string[],
): number {
  if (need === 'any') return 1;
  if (typeof need === 'object' && 'count' in need) return need.count;
  const counted = people.filter(person => !excluded.includes(person)).length;
  const share = need === 'all' ? counted : Math.ceil((counted * need.percent) / 100);
  return Math.max(1, share);
}

/** The people of a step who can decide, as far as is known: without those who had a part. @public */
export function peopleAsked({ people }: AskedStep, excluded: readonly string[]): string[] {
  return people.filter(person => !excluded.includes(person));
}
