import {
  Asked,
  AskedStep,
  currentStep,
  peopleAsked,
  ProblemCode,
  unfillableStep,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { askStep } from '../announcements/asking';
import { Context } from '../context';
import { Refusal } from '../refusal';
import { excludedFrom } from './excluded';
import { PlanItems } from './items';
import { factsOf } from './policyFacts';
import { Standing } from './decisions';
import { replaceApprovers } from './decisionStore';
import { StoredPlan } from './store';

const DAY = 86_400_000;

/** What is asked for of a plan, or why nothing can be. */
export type Asking = { ok: true; asked: Asked; people: string[] } | { ok: false; refusal: Refusal };

/**
 * What the approval policy asks for of a plan as it is now: its steps with their people, the first of them
 * waiting from now on. Nothing is asked for that could never be given.
 */
export async function askingFor(
  ctx: Pick<Context, 'settings' | 'approvers'>,
  tx: Knex.Transaction,
  { plan, items, at }: { plan: StoredPlan; items: PlanItems; at: string },
): Promise<Asking> {
  const facts = await factsOf(tx, plan, items);
  const resolution = ctx.approvers.answer(tx, `${plan.id} ${plan.contentHash}`, facts);
  if (!resolution.ok) return refused('approvers-unknown', resolution.message);
  const { steps } = resolution;
  const excluded = await excludedFrom(tx, plan);
  if (steps.length === 0) return noStep();
  const unfillable = unfillableStep(steps, excluded);
  if (unfillable) return tooFew(unfillable, steps.length > 1);
  const { expireAfterDays } = ctx.settings.approval;
  const asked: Asked = {
    steps: steps.map((step, index) => (index === 0 ? { ...step, openedAt: at } : step)),
    ...(expireAfterDays === undefined
      ? {}
      : { expiresAt: new Date(Date.parse(at) + expireAfterDays * DAY).toISOString() }),
  };
  return { ok: true, asked, people: steps.flatMap(step => peopleAsked(step, excluded)) };
}

/** Stores who may read the plan because they are asked, and sends the step that waits to its people. */
export async function sendAsked(
  ctx: Context,
  tx: Knex.Transaction,
  plan: StoredPlan,
  at: string,
): Promise<void> {
  const steps = plan.asked?.steps ?? [];
  await replaceApprovers(tx, plan.id, principalsIn(steps));
  const [first] = steps;
  const expiresAt = plan.asked?.expiresAt;
  if (first)
    await askStep(ctx, tx, plan, {
      step: first,
      excluded: await excludedFrom(tx, plan),
      expiresAt,
      at,
    });
}

/**
 * The plan with the step whose turn it has become, from now on.
 * @returns the step too when it has just become its turn
 */
export function turned(
  plan: StoredPlan,
  { asked, decisions, excluded }: Standing,
  at: string,
): { plan: StoredPlan; opened: AskedStep | undefined } {
  const step = currentStep({ asked, decisions, excluded, currentHash: plan.contentHash });
  if (!step || step.openedAt !== undefined) return { plan, opened: undefined };
  const opened = { ...step, openedAt: at };
  const steps = asked.steps.map(each => (each.id === step.id ? opened : each));
  return { plan: { ...plan, asked: { ...asked, steps } }, opened };
}

function principalsIn(steps: readonly AskedStep[]): string[] {
  return [
    ...new Set(
      steps.flatMap(({ approvers, escalation }) => [
        ...approvers,
        ...(escalation?.approvers ?? []),
      ]),
    ),
  ];
}

function refused(code: ProblemCode, message: string, remedy?: string): Asking {
  return {
    ok: false,
    refusal: new Refusal(code, {
      message,
      ...(remedy ? { fields: [{ field: 'approvers', remedy }] } : {}),
    }),
  };
}

function noStep(): Asking {
  return refused(
    'gate-not-met',
    'The approval policy asks nobody about a plan like this, so nobody can approve it.',
    'Ask an administrator for a step without `when` in offers.approval.steps.',
  );
}

function tooFew(
  { title, needed, people, shared }: NonNullable<ReturnType<typeof unfillableStep>>,
  isOneOfMany: boolean,
): Asking {
  const step = isOneOfMany ? ` in the step “${title}”` : '';
  const asks = `The policy asks for ${needed} ${needed === 1 ? 'approval' : 'approvals'}${step}`;
  return refused(
    'gate-not-met',
    shared
      ? `${asks}, and its approvers are needed in other steps too: one person counts once.`
      : `${asks}, and only ${people} of the approvers had no part in this change.`,
    'Ask an administrator to name more approvers under offers.approval.',
  );
}
