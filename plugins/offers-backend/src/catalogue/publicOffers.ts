import { PublicOffersQuery } from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Context, nowOf } from '../context';
import { versionsOf } from '../offers/reading';
import { selectPublic } from './publicStore';

/**
 * The offers that everyone who is signed in sees, for an index of words that knows no audience
 * (docs/decisions/0041-search-knows-what-everyone-sees.md).
 */
export async function publicOffers(
  ctx: Pick<Context, 'db' | 'clock'>,
  { until, limit, cursor }: PublicOffersQuery,
) {
  const [sortKey, offerId] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await selectPublic(ctx.db.knex, {
    now: nowOf(ctx),
    until,
    limit,
    after: sortKey !== undefined && offerId !== undefined ? { sortKey, offerId } : undefined,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const keys = page.map(row => ({ offerId: row.offer_id, number: row.number }));
  const versions = await versionsOf(ctx.db.knex, keys);
  return {
    items: versions.map(({ offer, draft: { content } }) => {
      const { title, summary, description, tags, category } = content.information;
      return {
        ...{ id: offer.id, name: offer.name, title, summary, tags },
        description: description ?? '',
        ...(category ? { category } : {}),
        ...(offer.owner ? { owner: offer.owner } : {}),
        interaction: offer.interaction,
      };
    }),
    ...(last && rows.length > limit
      ? { nextCursor: encodeCursor([last.sort_key, last.offer_id]) }
      : {}),
  };
}
