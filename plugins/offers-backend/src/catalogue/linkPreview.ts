import {
  LinkPreview,
  mayChannelHear,
  OfferPage,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { lifeOf } from '../timeline/reading';
import { offerPage } from './catalogue';

/**
 * What may be shown of an offer where a link to it was shared, asked by who shared it. Who may not see it gets the
 * answer for an offer that does not exist; what not all readers of the channel may see is for the asker alone
 * (rule 1). Only channels whose readers the configuration declares have readers that are known.
 */
export async function linkPreview(
  ctx: Context,
  actor: Actor,
  name: string,
  channel: string,
): Promise<LinkPreview> {
  const page = await offerPage(ctx, actor, name);
  const { information, priceLists, terms } = page.content;
  return {
    name: page.name,
    title: information.title,
    summary: information.summary,
    ...(page.categoryTitle ? { category: page.categoryTitle } : {}),
    ...(page.owner ? { owner: page.owner } : {}),
    priceLists: priceLists.filter(({ audience }) => audience.length === 0),
    ...(terms.leadTimeDays === undefined ? {} : { leadTimeDays: terms.leadTimeDays }),
    state: page.state,
    url: page.url,
    forWhom: (await maySeeAll(ctx, page, channel)) ? 'channel' : 'asker',
  };
}

/** Whether all who read a channel are served just this version now. */
async function maySeeAll(
  ctx: Context,
  { id, version }: OfferPage,
  channel: string,
): Promise<boolean> {
  const declared = ctx.settings.announcementChannels.find(each => each.channel === channel);
  const { timeline } = await lifeOf(ctx.db.knex, id);
  const serving = servingAt(timeline, nowOf(ctx));
  if (!declared || !serving || serving.ring || serving.first.version.number !== version)
    return false;
  return mayChannelHear(declared.audience, serving.first.version.access).mayHear;
}
