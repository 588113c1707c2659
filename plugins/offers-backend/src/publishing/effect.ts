import {
  effectiveFrom,
  existingPricesFrom,
  ReleasePreview,
} from '@offerdesk/backstage-plugin-offers-common';
import { channelsToHear } from '../announcements/channels';
import { Context } from '../context';
import { DraftedOffer } from '../offers/reading';
import { PlanToRelease } from '../plans/releasing';

/** What the release of a plan, done now, would make of one version: from when, for whom, and who hears of it. */
export async function effectOf(
  ctx: Context,
  plan: PlanToRelease['plan'],
  { offer, draft }: DraftedOffer,
  now: string,
): Promise<ReleasePreview['effects'][number]> {
  const impact = plan.impact.find(({ offerId }) => offerId === offer.id);
  const { content } = draft;
  const { until } = content.validity;
  const from = effectiveFrom(content, plan.releaseAt, now);
  const existingFrom = existingPricesFrom({ ...content.pricing, publishedAt: now });
  const kind = impact?.kind === 'change' ? ('changed' as const) : ('available' as const);
  return {
    offerId: offer.id,
    name: offer.name,
    title: offer.title,
    from,
    ...(until ? { until } : {}),
    ...(existingFrom ? { existingFrom } : {}),
    audience: impact?.audienceGained ?? [],
    mayOrder: impact?.mayOrder ?? [],
    channels: await channelsToHear(ctx, { offer, content, kind, at: from }),
  };
}
