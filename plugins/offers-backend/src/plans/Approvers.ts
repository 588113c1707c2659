import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ApprovalPolicy,
  AskedStep,
  entityRefSchema,
  isAskedFor,
  PlanFacts,
  PolicyStep,
  ruleKey,
  When,
} from '@offerdesk/backstage-plugin-offers-common';
import { ApprovalCondition, ApproverResolver } from '@offerdesk/backstage-plugin-offers-node';
import type { Knex } from 'knex';
import { Question } from '../database/Question';
import { Directory } from '../people/Directory';
import { ApprovalModules } from './approvalModules';

/** How long a rule or a resolver of another module may take. */
const TIME_LIMIT_MS = 10_000;

/** The steps that the policy asks for of a plan with their people; or why they are not known. */
export type Resolution = { ok: true; steps: AskedStep[] } | { ok: false; message: string };

/** What failed, said to the person who asked. */
class NoApprovers extends Error {
  override name = 'NoApprovers';
}

/**
 * Finds out who approves a plan: which steps the policy asks for, and who that is. It asks the software
 * catalogue and other modules, so outside transactions only; a transaction puts its question by `answer`.
 */
export class Approvers {
  private readonly question = new Question((facts: PlanFacts) => this.resolve(facts));

  constructor(
    private readonly policy: ApprovalPolicy,
    private readonly modules: ApprovalModules,
    private readonly directory: Directory,
    private readonly logger: LoggerService,
    private readonly timeLimitMs = TIME_LIMIT_MS,
  ) {}

  /** The answer for a plan as a transaction knows it; see {@link Question}. */
  answer(tx: Knex.Transaction, key: string, facts: PlanFacts): Resolution {
    return this.question.answer(tx, key, facts);
  }

  private async resolve(facts: PlanFacts): Promise<Resolution> {
    try {
      const answers = await this.answersOfRules(facts);
      const steps = this.policy.steps.filter(({ when }) => isAskedFor(when, facts, answers));
      return { ok: true, steps: await Promise.all(steps.map(step => this.asked(step, facts))) };
    } catch (error) {
      this.logger.warn(`Who approves plan ${facts.planId} could not be found out: ${error}`);
      const message =
        error instanceof NoApprovers
          ? error.message
          : 'The software catalogue did not say who approves; try again in a minute.';
      return { ok: false, message };
    }
  }

  private async answersOfRules(facts: PlanFacts): Promise<Map<string, boolean>> {
    const asked = this.policy.steps
      .flatMap(({ when }) => when ?? [])
      .flatMap(({ rule }) => (rule ? [rule] : []));
    const answers = new Map<string, boolean>();
    for (const rule of asked) {
      if (!answers.has(ruleKey(rule))) answers.set(ruleKey(rule), await this.holds(rule, facts));
    }
    return answers;
  }

  private holds({ id, params }: NonNullable<When['rule']>, facts: PlanFacts): Promise<boolean> {
    return this.ofModule(`The rule ${id}`, this.modules.conditions.get(id), (rule, signal) =>
      rule.holds(facts, params, { signal }),
    );
  }

  private async asked(step: PolicyStep, facts: PlanFacts): Promise<AskedStep> {
    const { id, title, need, remindAfterHours, escalate, decideIn, lowRisk } = step;
    const approvers = await this.principalsOf(step, facts);
    return {
      id,
      title,
      approvers,
      people: await this.directory.peopleOfAll(approvers),
      need,
      remindAfterHours,
      decideIn,
      lowRisk,
      ...(escalate
        ? {
            escalation: {
              afterHours: escalate.afterHours,
              approvers: escalate.to,
              people: await this.directory.peopleOfAll(escalate.to),
            },
          }
        : {}),
    };
  }

  private async principalsOf({ approvers }: PolicyStep, facts: PlanFacts): Promise<string[]> {
    const { principals, ownersOf, resolver } = approvers;
    const ofOffers = ownersOf.includes('offer')
      ? facts.offers.flatMap(({ owner }) => (owner ? [owner] : []))
      : [];
    const linked = facts.offers
      .flatMap(({ entities }) => entities)
      .filter(({ role }) => ownersOf.some(owned => owned === role))
      .map(({ ref }) => ref);
    const ofEntities = linked.length > 0 ? await this.directory.ownersOf(linked) : [];
    const found = resolver ? await this.found(resolver, facts) : [];
    return [...new Set([...principals, ...ofOffers, ...ofEntities, ...found])];
  }

  private async found(id: string, facts: PlanFacts): Promise<string[]> {
    const named = await this.ofModule(
      `The resolver ${id}`,
      this.modules.resolvers.get(id),
      (resolver, signal) => resolver.resolve(facts, { signal }),
    );
    return named.map(ref => {
      const parsed = entityRefSchema.safeParse(ref);
      if (parsed.success && /^(group|user):/.test(parsed.data)) return parsed.data;
      throw new NoApprovers(
        `The resolver ${id} named ${JSON.stringify(ref)}, which is no group or user; tell an administrator.`,
      );
    });
  }

  private async ofModule<M extends ApprovalCondition | ApproverResolver, T>(
    what: string,
    module: M | undefined,
    call: (module: M, signal: AbortSignal) => T | Promise<T>,
  ): Promise<T> {
    if (!module) throw new NoApprovers(`${what} is not there; tell an administrator.`);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new Error('It took too long')), this.timeLimitMs);
    try {
      return await Promise.race([call(module, limit.signal), rejection(limit.signal)]);
    } catch (error) {
      this.logger.warn(`${what} of the approval policy failed: ${error}`);
      throw new NoApprovers(
        `${what} of the approval policy did not answer; try again, or tell an administrator.`,
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Ends a wait when the signal says so, for modules that do not listen to it. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
