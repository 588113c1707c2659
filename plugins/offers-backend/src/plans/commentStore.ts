import { PlanComment, surfaceSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

interface CommentRow {
  id: string;
  plan_id: string;
  author: string;
  text: string;
  answers: string | null;
  surface: string;
  at: string;
}

/** Adds what was said about a plan. */
export async function insertComment(tx: Connection, comment: PlanComment): Promise<void> {
  const { planId, answers, ...same } = comment;
  await tx<CommentRow>('plan_comments').insert({
    ...same,
    plan_id: planId,
    answers: answers ?? null,
  });
}

/** The latest comments on a plan, first words first. */
export async function selectComments(
  knex: Connection,
  planId: string,
  most: number,
): Promise<PlanComment[]> {
  const rows = await knex<CommentRow>('plan_comments')
    .where({ plan_id: planId })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(most);
  return rows.reverse().map(fromRow);
}

/** One comment. */
export async function selectComment(
  knex: Connection,
  id: string,
): Promise<PlanComment | undefined> {
  const row = await knex<CommentRow>('plan_comments').where({ id }).first();
  return row && fromRow(row);
}

/** The latest question on a plan that somebody other than its requester asked and nobody answered. */
export async function selectOpenQuestion(
  knex: Connection,
  planId: string,
  requester: string,
): Promise<string | undefined> {
  const row = await knex('plan_comments as q')
    .where('q.plan_id', planId)
    .whereNot('q.author', requester)
    .whereNull('q.answers')
    .whereNotExists(
      knex('plan_comments as a')
        .select(knex.raw('1'))
        .whereRaw('a.answers = q.id')
        .where('a.plan_id', planId),
    )
    .orderBy([
      { column: 'q.at', order: 'desc' },
      { column: 'q.id', order: 'desc' },
    ])
    .first<{ id: string } | undefined>('q.id');
  return row?.id;
}

function fromRow({ plan_id, answers, surface, ...same }: CommentRow): PlanComment {
  return {
    ...same,
    planId: plan_id,
    ...(answers ? { answers } : {}),
    surface: surfaceSchema.parse(surface),
  };
}
