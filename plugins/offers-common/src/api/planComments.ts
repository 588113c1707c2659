import { z } from 'zod';
import { surfaceSchema } from '../approval/approval';
import { MOST_COMMENT } from '../bounds';
import { idSchema } from '../refs';
import { messagePlaceSchema } from './deliveries';
import { operation } from './operation';

/** Something that was said about a plan: a question to its author, an answer, a remark. @public */
export const planCommentSchema = z
  .strictObject({
    id: idSchema,
    planId: idSchema,
    author: z.string(),
    text: z.string(),
    answers: idSchema.optional().meta({ description: 'The comment that it answers' }),
    surface: surfaceSchema,
    at: z.string(),
  })
  .meta({ id: 'PlanComment' });

/** Something that was said about a plan. @public */
export type PlanComment = z.infer<typeof planCommentSchema>;

/** What was said about a plan, first words first; of very many the latest {@link COMMENTS_SHOWN}. @public */
export const planCommentsSchema = z
  .strictObject({ items: z.array(planCommentSchema) })
  .meta({ id: 'PlanComments' });

/** Something to be said about a plan. @public */
export const commentOnPlanSchema = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1, 'Say something')
      .max(MOST_COMMENT, 'A comment has at most 10,000 characters'),
    answers: idSchema.optional().meta({ description: 'The comment that it answers' }),
    place: messagePlaceSchema.optional().meta({
      description: 'The message in whose thread it was written, which need not hear it again',
    }),
  })
  .meta({ id: 'CommentOnPlan' });

/** Something to be said about a plan. @public */
export type CommentOnPlan = z.output<typeof commentOnPlanSchema>;

/** The plan that a message is about. @public */
export const planOfMessageSchema = z
  .strictObject({
    planId: idSchema,
    answers: idSchema.optional().meta({
      description: 'The question that a reply of this person answers',
    }),
  })
  .meta({ id: 'PlanOfMessage' });

/** The plan that a message is about. @public */
export type PlanOfMessage = z.infer<typeof planOfMessageSchema>;

const byId = z.strictObject({ id: idSchema });

/**
 * The operations on what is said about plans.
 * @public
 */
export const planCommentOperations = {
  listPlanComments: operation({
    method: 'get',
    path: '/plans/:id/comments',
    summary: 'What was said about a plan',
    tag: 'plans',
    caller: 'user',
    params: byId,
    status: 200,
    response: planCommentsSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  commentOnPlan: operation({
    method: 'post',
    path: '/plans/:id/comments',
    summary: 'Ask the author of a plan, answer, or remark; everyone who decides on it reads it',
    tag: 'plans',
    caller: 'user',
    params: byId,
    body: commentOnPlanSchema,
    idempotent: true,
    status: 201,
    response: planCommentSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  planOfMessage: operation({
    method: 'get',
    path: '/plan-messages',
    summary: 'Which plan a message in Slack is about, for those who read the plan',
    tag: 'plans',
    caller: 'user',
    query: messagePlaceSchema,
    status: 200,
    response: planOfMessageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
};
