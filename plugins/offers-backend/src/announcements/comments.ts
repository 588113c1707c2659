import { DeliveryBody, Person, PlanComment } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { commentOf } from '../plans/commentReading';
import { selectCards } from './cardStore';
import { insertDeliveries, NewDelivery, StoredDelivery } from './store';

/** Which comment a message tells of, and as what its reader hears it. */
export interface CommentTold {
  comment: string;
  as: 'question' | 'answer' | 'remark';
}

/** What is told of a comment, and to whom. */
export interface CommentToTell {
  comment: PlanComment;
  /** who asked for the release: hears questions in person */
  requester: string;
  /** whose question it answers: hears the answer in person */
  asker: string | undefined;
  /** the message in whose thread it was written: who reads there has read it */
  place: { channel: string; ts: string } | undefined;
}

/** Tells what was said: in every card's thread but the one it was said in, and in person to whom it is for. */
export async function tellComment(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  { comment, requester, asker, place }: CommentToTell,
): Promise<void> {
  const { id, planId, author, at, answers } = comment;
  const about = { kind: 'plan-comment' as const, planId, dueAt: at };
  const told = (as: CommentTold['as']): CommentTold => ({ comment: id, as });
  const cards = await selectCards(tx, planId);
  const threads = cards
    .filter(card => card.messageChannel !== place?.channel || card.messageTs !== place?.ts)
    .map((card): NewDelivery => ({
      ...about,
      id: ctx.newId(),
      key: `${card.key}:c${id}`,
      lane: card.lane,
      act: 'reply',
      targetKind: card.targetKind,
      target: card.target,
      baseId: card.id,
      detail: told('remark'),
    }));
  const [target, as] = answers ? [asker, 'answer' as const] : [requester, 'question' as const];
  const inPerson =
    target === undefined || target === author
      ? []
      : [
          {
            ...about,
            id: ctx.newId(),
            key: `plan:${planId}:said:${id}:${target}`,
            lane: `plan:${planId}:said:${target}`,
            act: 'post' as const,
            targetKind: 'person' as const,
            target,
            detail: told(as),
          },
        ];
  await insertDeliveries(tx, [...threads, ...inPerson], at);
}

/** What a message tells of: a comment, the question that it answers, and the people whom it names. */
interface Told {
  as: CommentTold['as'];
  comment: PlanComment;
  question: PlanComment | undefined;
  people: string[];
}

/** The comments that some deliveries tell of, by delivery, each with the question that it answers. */
export async function commentsTold(
  ctx: Pick<Context, 'db'>,
  deliveries: readonly StoredDelivery[],
): Promise<ReadonlyMap<string, Told>> {
  const found = new Map<string, Told>();
  for (const { id, kind, detail } of deliveries) {
    if (kind !== 'plan-comment') continue;
    const { comment: commentId, as }: CommentTold = JSON.parse(detail);
    const comment = await commentOf(ctx.db.knex, commentId);
    if (!comment) continue;
    const { answers, author } = comment;
    const question = answers ? await commentOf(ctx.db.knex, answers) : undefined;
    found.set(id, { as, comment, question, people: [author, question?.author ?? author] });
  }
  return found;
}

/** What a message says of a comment. */
export function drawComment(
  plan: { planId: string; title: string; url: string },
  { as, comment, question }: Told,
  named: (ref: string) => Person,
): DeliveryBody {
  return {
    kind: 'plan-comment',
    as,
    planId: plan.planId,
    planTitle: plan.title,
    commentId: comment.id,
    author: named(comment.author),
    text: comment.text,
    at: comment.at,
    ...(question ? { question: { author: named(question.author), text: question.text } } : {}),
    url: plan.url,
  };
}
