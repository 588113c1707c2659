import { DraftPreview } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { readableOffer } from '../offers/offers';
import { currentDrafts } from '../offers/reading';
import { found } from '../refusal';
import { explainOne } from '../timeline/explaining';
import { lifeWith } from '../timeline/reading';
import { principalsOf } from './catalogue';
import { consumerContent } from './consumerContent';

/** Whose eyes a draft is looked at with, and when. */
export interface PreviewQuestion {
  viewer: string;
  at?: string | undefined;
  zone?: string | undefined;
}

/**
 * What somebody would find of an offer if its draft were published now, by the one rule of who sees and orders
 * what. For those who read the offer as staff.
 *
 * @throws Refusal `not-found` without an offer or a draft that the person reads, `invalid-input` for a viewer whom
 *   the software catalogue does not know
 */
export async function previewDraft(
  ctx: Context,
  actor: Actor,
  id: string,
  question: PreviewQuestion,
): Promise<DraftPreview> {
  const offer = await readableOffer(ctx, actor, id);
  const { draft } = found((await currentDrafts(ctx.db.knex, [offer.id]))[0]);
  const { content, number } = draft;
  const now = nowOf(ctx);
  const { from = now, until } = content.validity;
  const begins = from > now ? from : now;
  const at = question.at ?? begins;
  const principals = await principalsOf(ctx, question.viewer);
  const viewer = {
    ref: question.viewer,
    principals,
    ...(question.zone ? { zone: question.zone } : {}),
  };
  const life = await lifeWith(ctx.db.knex, { ...draft, validFrom: begins, validUntil: until });
  const explanation = await explainOne(ctx.db.knex, life, viewer, at);
  const isServed = explanation.visible.answer && explanation.version === number;
  return {
    viewer: question.viewer,
    at,
    explanation,
    ...(isServed ? { content: consumerContent(content, viewer, false) } : {}),
  };
}
