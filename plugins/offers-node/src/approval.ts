import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Json, PlanFacts } from '@offerdesk/backstage-plugin-offers-common';

/**
 * Finds approvers that the configuration cannot name: from a roster, a cost-centre system, an on-call
 * schedule. A step names it by its id (`approvers: { resolver: on-call }`).
 * @public
 */
export interface ApproverResolver {
  /** unique, lower case, stable */
  readonly id: string;
  /**
   * The groups and users that approve a plan with these facts, as full entity references. It is asked
   * outside of any transaction, when a plan is submitted or changed; the signal ends it after 10 seconds.
   * When it throws, the plan is not asked for, and the person is told so.
   */
  resolve(facts: PlanFacts, options: { signal: AbortSignal }): Promise<readonly string[]>;
}

/** Lets modules find approvers. @public */
export interface ApproverResolversExtensionPoint {
  /** @throws Error when another resolver has the same id */
  addResolver(resolver: ApproverResolver): void;
}

/** Lets modules find approvers. @public */
export const approverResolversExtensionPoint =
  createExtensionPoint<ApproverResolversExtensionPoint>({
    id: 'offers.approverResolvers',
  });

/**
 * A rule that says whether a step is asked for, where the named ones are not enough. A step names it by its
 * id (`when: [{ rule: { id: frozen-quarter, params: { … } } }]`).
 * @public
 */
export interface ApprovalCondition {
  /** unique, lower case, stable */
  readonly id: string;
  /**
   * Whether the step is asked for. It is asked outside of any transaction; the signal ends it after 10
   * seconds. When it throws, the plan is not asked for, and the person is told so.
   */
  holds(
    facts: PlanFacts,
    params: Readonly<Record<string, Json>>,
    options: { signal: AbortSignal },
  ): boolean | Promise<boolean>;
}

/** Lets modules add rules of the approval policy. @public */
export interface ApprovalRulesExtensionPoint {
  /** @throws Error when another rule has the same id */
  addCondition(condition: ApprovalCondition): void;
}

/** Lets modules add rules of the approval policy. @public */
export const approvalRulesExtensionPoint = createExtensionPoint<ApprovalRulesExtensionPoint>({
  id: 'offers.approvalRules',
});
