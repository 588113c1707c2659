import { z } from 'zod';
import { ContentPart, contentSchema } from '../content/content';
import { entityRefSchema, slugSchema } from '../refs';
import { whenSchema } from './conditions';
import { closed } from './closed';
import { QuietHours, quietHoursSchema } from './quietHours';
import { remindersSchema } from './reminders';

const groupsOrUsers = (kinds: string) =>
  entityRefSchema.refine(
    ref => new RegExp(`^(${kinds}):`).test(ref),
    `name a ${kinds.replace('|', ' or a ')}, such as ${kinds.startsWith('group') ? 'group:default/release-managers' : 'user:default/mia'}`,
  );

/** Who can approve: a group, or a single user. */
const approver = groupsOrUsers('group|user');

const hours = z
  .number('give a number of hours')
  .positive('give more than 0 hours')
  .max(8760, 'give at most a year of hours');

/** How many of the approvers of a step have to approve. @public */
export const needSchema = z.union(
  [
    z.enum(['any', 'all']),
    closed({ count: z.int().min(1).max(100) }),
    closed({ percent: z.int().min(1).max(100) }),
  ],
  { error: 'say any, all, { count: 2 } or { percent: 50 }' },
);

/** How many of the approvers of a step have to approve. @public */
export type Need = z.output<typeof needSchema>;

/** Whose owners approve: the offer's own, or those of the entities linked in a role. @public */
export const ownerOfSchema = z.enum(
  ['offer', 'product', 'instance', 'dependsOn', 'documentation'],
  'name offer, product, instance, dependsOn or documentation',
);

const approversSchema = closed({
  groups: z.array(groupsOrUsers('group')).default([]),
  users: z.array(groupsOrUsers('user')).default([]),
  ownersOf: z.array(ownerOfSchema).default([]),
  resolver: slugSchema.optional(),
}).refine(
  ({ groups, users, ownersOf, resolver }) =>
    groups.length + users.length + ownersOf.length > 0 || resolver !== undefined,
  'name at least one group, user, ownersOf or resolver',
);

/** A step as it is written in the configuration. @public */
export const policyStepSchema = closed({
  id: slugSchema,
  title: z.string().trim().min(1, 'give the step a title').max(80).optional(),
  when: z.array(whenSchema).min(1, 'name at least one rule, or leave it out').optional(),
  approvers: approversSchema,
  need: needSchema.default('any'),
  remindAfterHours: remindersSchema.default([]),
  escalate: closed({
    afterHours: hours,
    to: z.array(approver).min(1, 'name at least one group or user to escalate to'),
  }).optional(),
  decideIn: z.enum(['anywhere', 'portal'], 'say anywhere or portal').default('anywhere'),
  lowRisk: z.boolean('say true or false').default(false),
});

const parts: readonly ContentPart[] = contentSchema.keyof().options;

/** How approval is written in the configuration. @public */
export const approvalConfigSchema = closed(
  {
    approvers: z.array(approver).min(1, 'name at least one group or user that approves').optional(),
    required: z.int('give a whole number').min(1, 'require at least 1 approval').optional(),
    channel: z
      .string()
      .regex(/^[CG][A-Z0-9]{6,}$/, 'give the id of the Slack channel, such as C0123ABCD')
      .optional(),
    steps: z
      .array(policyStepSchema)
      .min(1, 'name at least one step')
      .max(10, 'name at most 10 steps')
      .refine(
        steps => new Set(steps.map(({ id }) => id)).size === steps.length,
        'give each step an id of its own',
      )
      .optional(),
    expireAfterDays: z
      .number('give a number of days')
      .positive('give more than 0 days')
      .max(366, 'give at most 366 days')
      .optional(),
    quietHours: quietHoursSchema.optional(),
    breakGlass: closed({ groups: z.array(approver) }).prefault({ groups: [] }),
    material: closed({
      alsoParts: z
        .array(z.enum(parts, `name parts of the content: ${parts.join(', ')}`))
        .default([]),
    }).prefault({}),
    delegation: closed({
      maxDays: z.int('give a whole number of days').min(0).max(366).default(30),
    }).prefault({}),
  },
  'say who approves release plans, such as { approvers: [group:default/release-managers] }',
);

/** The configuration of approvals, `offers.approval`, before it is understood. @public */
export type ApprovalConfig = z.input<typeof approvalConfigSchema>;

/** A step of the policy. @public */
export interface PolicyStep extends Omit<z.output<typeof policyStepSchema>, 'title' | 'approvers'> {
  title: string;
  approvers: {
    /** groups and users that are named */
    principals: string[];
    ownersOf: z.output<typeof ownerOfSchema>[];
    resolver: string | undefined;
  };
}

/** Who approves plans, in which steps, and what happens when nobody does. @public */
export interface ApprovalPolicy {
  steps: readonly PolicyStep[];
  channel: string | undefined;
  expireAfterDays: number | undefined;
  /** when people are left in peace */
  quietHours: QuietHours | undefined;
  /** who may approve alone in an emergency */
  breakGlass: readonly string[];
  /** editorial parts whose change voids approvals too */
  alsoMaterial: readonly ContentPart[];
  maxDelegationDays: number;
}

/**
 * The approval policy of a configuration. The short form, `approvers` and `required`, is one step.
 * @public
 */
export const approvalPolicySchema = approvalConfigSchema
  .superRefine(({ approvers, required, steps }, ctx) => {
    const fault = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (!approvers && !steps) {
      fault('approvers', 'name at least one group or user that approves, or steps');
    }
    if (steps && (approvers ?? required) !== undefined) {
      fault('steps', 'give either steps, or approvers and required');
    }
  })
  .transform(policyOf);

function policyOf(config: z.output<typeof approvalConfigSchema>): ApprovalPolicy {
  return {
    steps: config.steps?.map(stepOf) ?? [shortForm(config.approvers ?? [], config.required ?? 1)],
    channel: config.channel,
    expireAfterDays: config.expireAfterDays,
    quietHours: config.quietHours,
    breakGlass: config.breakGlass.groups,
    alsoMaterial: config.material.alsoParts,
    maxDelegationDays: config.delegation.maxDays,
  };
}

function stepOf({ approvers, title, ...step }: z.output<typeof policyStepSchema>): PolicyStep {
  const { groups, users, ownersOf, resolver } = approvers;
  return {
    ...step,
    title: title ?? step.id,
    approvers: { principals: [...new Set([...groups, ...users])], ownersOf, resolver },
  };
}

function shortForm(principals: readonly string[], required: number): PolicyStep {
  return {
    id: 'approval',
    title: 'Approval',
    approvers: { principals: [...principals], ownersOf: [], resolver: undefined },
    need: { count: required },
    remindAfterHours: [],
    decideIn: 'anywhere',
    lowRisk: false,
  };
}

/** Everyone whom the policy names to decide: they read plans, also before they are asked. @public */
export function namedApprovers({ steps }: ApprovalPolicy): Set<string> {
  return new Set(
    steps.flatMap(({ approvers, escalate }) => [...approvers.principals, ...(escalate?.to ?? [])]),
  );
}
