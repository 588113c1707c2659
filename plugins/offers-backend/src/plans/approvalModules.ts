import { ApprovalPolicy } from '@offerdesk/backstage-plugin-offers-common';
import { ApprovalCondition, ApproverResolver } from '@offerdesk/backstage-plugin-offers-node';

/** What other modules bring to the approval policy, by id. */
export interface ApprovalModules {
  conditions: ReadonlyMap<string, ApprovalCondition>;
  resolvers: ReadonlyMap<string, ApproverResolver>;
}

/** Collects what modules add. @throws Error when two of them have the same id */
export function collecting<T extends { id: string }>(what: string) {
  const all = new Map<string, T>();
  return {
    all,
    add(module: T): void {
      if (all.has(module.id)) {
        throw new Error(
          `Two ${what} have the id ${module.id}; give each module's an id of its own.`,
        );
      }
      all.set(module.id, module);
    },
  };
}

/**
 * Refuses a policy that names what no module brings.
 * @throws Error that names the key and the remedy
 */
export function requireModules({ steps }: ApprovalPolicy, modules: ApprovalModules): void {
  steps.forEach(({ approvers, when }, index) => {
    const key = `offers.approval.steps.${index}`;
    const { resolver } = approvers;
    if (resolver !== undefined && !modules.resolvers.has(resolver)) {
      throw new Error(unknown(`${key}.approvers.resolver`, resolver, modules.resolvers));
    }
    when?.forEach(({ rule }, entry) => {
      if (rule && !modules.conditions.has(rule.id)) {
        throw new Error(unknown(`${key}.when.${entry}.rule.id`, rule.id, modules.conditions));
      }
    });
  });
}

function unknown(key: string, id: string, known: ReadonlyMap<string, unknown>): string {
  const names = known.size > 0 ? [...known.keys()].join(', ') : 'none yet';
  return `${key}: no module brings ${id}; install the module that does, or name one of those that are there (${names}).`;
}
