import {
  CommentOnPlan,
  COMMENTS_SHOWN,
  PlanComment,
  PlanOfMessage,
} from '@offerdesk/backstage-plugin-offers-common';
import { tellComment } from '../announcements/comments';
import { messageAbout } from '../announcements/messages';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { whomFor } from '../delegations/delegations';
import { found, Refusal } from '../refusal';
import { insertComment, selectComment, selectComments, selectOpenQuestion } from './commentStore';
import { requireReaderOf } from './readers';
import { selectPlan, StoredPlan } from './store';

/** What was said about a plan. */
export async function listComments(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<{ items: PlanComment[] }> {
  await requireReaderOf(ctx, actor, id, await whomFor(ctx, actor.ref, nowOf(ctx)));
  found(await selectPlan(ctx.db.knex, id));
  return { items: await selectComments(ctx.db.knex, id, COMMENTS_SHOWN) };
}

/**
 * Says something about a plan: who asked for the release hears a question in person, who asked hears the answer, and
 * every thread under a card has both. It changes nothing of what is decided on.
 */
export async function commentOnPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  input: CommentOnPlan,
  key: string,
): Promise<PlanComment> {
  const at = nowOf(ctx);
  await requireReaderOf(ctx, actor, id, await whomFor(ctx, actor.ref, at));
  const { text, answers, place } = input;
  const request = { caller: actor.ref, key, operation: `commentOnPlan:${id}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const plan = found(await selectPlan(tx, id));
      const question = answers ? await selectComment(tx, answers) : undefined;
      if (answers && question?.planId !== id) throw noSuchQuestion();
      const comment: PlanComment = {
        id: ctx.newId(),
        planId: id,
        author: actor.ref,
        text,
        ...(answers ? { answers } : {}),
        surface: actor.surface,
        at,
      };
      await insertComment(tx, comment);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: answers ? 'plan.answer' : 'plan.comment',
        subjectKind: 'plan',
        subjectId: id,
        change: { comment: comment.id, text, ...(answers ? { answers } : {}) },
      });
      const requester = requesterOf(plan);
      await tellComment(ctx, tx, { comment, requester, asker: question?.author, place });
      return comment;
    }),
  );
}

function noSuchQuestion(): Refusal {
  return new Refusal('invalid-input', {
    fields: [{ field: 'answers', remedy: 'Name a comment on this plan' }],
  });
}

/**
 * Which plan a message is about, and which question a reply of this person would answer.
 * @throws Refusal `not-found`, the same for a message of a plan that the person does not read (rule 1)
 */
export async function planOfMessage(
  ctx: Context,
  actor: Actor,
  place: { channel: string; ts: string },
): Promise<PlanOfMessage> {
  const message = found(await messageAbout(ctx, place));
  const standsInFor = await whomFor(ctx, actor.ref, nowOf(ctx));
  await requireReaderOf(ctx, actor, message.planId, standsInFor).catch(error => {
    throw error instanceof Refusal && error.code === 'not-allowed'
      ? new Refusal('not-found')
      : error;
  });
  const plan = found(await selectPlan(ctx.db.knex, message.planId));
  const answers = message.question ?? (await openQuestionFor(ctx, actor, plan));
  return { planId: plan.id, ...(answers ? { answers } : {}) };
}

/** Under a card, whoever asked for the release answers what was asked last; the others ask or remark. */
async function openQuestionFor(
  ctx: Context,
  actor: Actor,
  plan: StoredPlan,
): Promise<string | undefined> {
  const requester = requesterOf(plan);
  return requester === actor.ref ? selectOpenQuestion(ctx.db.knex, plan.id, requester) : undefined;
}

function requesterOf({ submittedBy, createdBy }: StoredPlan): string {
  return submittedBy ?? createdBy;
}
