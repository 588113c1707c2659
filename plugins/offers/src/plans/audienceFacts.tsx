import type { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { Reach } from '../parts/Reach';
import type { T } from '../words/useWords';

const isReached = (reach: OfferImpact['mayOrder'] | undefined) =>
  reach !== undefined && reach.length > 0;

/** Who will see and order an offer by a plan: of a change who does so besides or no more, of an end who loses it. */
export function audienceFacts(
  impact: Pick<OfferImpact, 'kind' | 'audienceGained' | 'audienceLost' | 'mayOrder'>,
  t: T,
): (readonly [string, ReactNode])[] {
  const isNew = impact.kind === undefined || impact.kind === 'new';
  if (impact.kind === 'end') {
    return [
      [t('plan.impact.ordersNoMore'), <Reach key="lost" reach={impact.audienceLost ?? []} />],
    ];
  }
  return [
    isNew || isReached(impact.audienceGained)
      ? [
          t(isNew ? 'plan.impact.sees' : 'plan.impact.seesToo'),
          <Reach key="gained" reach={impact.audienceGained} />,
        ]
      : [t('plan.impact.sees'), t('plan.impact.asNow')],
    [
      t('plan.impact.seesNoMore'),
      isReached(impact.audienceLost) ? (
        <Reach key="lost" reach={impact.audienceLost ?? []} />
      ) : undefined,
    ],
    [t('plan.impact.orders'), <Reach key="order" reach={impact.mayOrder} />],
  ];
}
