import { Flex, Text } from '@backstage/ui';
import type { OfferImpact, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { Panel } from '../parts/Panel';
import { Reach } from '../parts/Reach';
import { When } from '../parts/When';
import { ChangeTable } from './ChangeTable';
import { MarginTable } from './MarginTable';
import { impactKinds } from './words';

const isReached = (reach: OfferImpact['mayOrder'] | undefined) => reach && reach.length > 0;

const counted = (count: number | undefined, one: string) =>
  count === undefined ? undefined : `${count} ${count === 1 ? one : `${one}s`}`;

const audienceOf = (impact: OfferImpact) => {
  const isNew = impact.kind === undefined || impact.kind === 'new';
  if (impact.kind === 'end') {
    return [['Nobody orders it any more', <Reach key="lost" reach={impact.audienceLost ?? []} />]];
  }
  return [
    isNew || isReached(impact.audienceGained)
      ? [
          isNew ? 'Will see it' : 'Will see it too',
          <Reach key="gained" reach={impact.audienceGained} />,
        ]
      : ['Will see it', 'Those who see it now'],
    isReached(impact.audienceLost)
      ? ['Will not see it any more', <Reach key="lost" reach={impact.audienceLost ?? []} />]
      : ['Will not see it any more', undefined],
    ['May order it', <Reach key="order" reach={impact.mayOrder} />],
  ];
};

const OfferImpactView = ({ impact }: { impact: OfferImpact }) => (
  <Flex direction="column" gap="4">
    <Facts
      facts={[
        [impact.kind === 'end' ? 'Told from' : 'Offered from', <When key="at" at={impact.from} />],
        ['Until', impact.until && <When at={impact.until} />],
        ...audienceOf(impact).map(([label, value]) => [String(label), value] as const),
        ['Bundles with it', impact.bundles?.map(({ title }) => title).join(', ')],
        ['Subscriptions', counted(impact.subscriptions, 'live subscription')],
        ['Orders', counted(impact.orders, 'open order')],
      ]}
    />
    <MarginTable impact={impact} />
    <ChangeTable caption={`Changes of ${impact.title}`} changes={impact.changes} />
  </Flex>
);

/** What the release does, offer by offer, and to structure and views. */
export const ImpactPanel = ({ plan }: { plan: Plan }) => (
  <Panel title="What it changes" note="What an approval is given on.">
    <Flex direction="column" gap="6">
      {plan.impact.map(impact => (
        <div key={impact.offerId} role="group" aria-label={impact.title}>
          {(plan.impact.length > 1 || plan.structure.length > 0) && (
            <Text as="h4" variant="body-medium" weight="bold">
              {impact.kind ? `${impact.title} (${impactKinds[impact.kind]})` : impact.title}
            </Text>
          )}
          <OfferImpactView impact={impact} />
        </div>
      ))}
      {plan.structure.length > 0 && (
        <div role="group" aria-label="Structure and views">
          <Text as="h4" variant="body-medium" weight="bold">
            Structure and views
          </Text>
          <ChangeTable caption="Changes of structure and views" changes={plan.structure} />
        </div>
      )}
      {plan.impact.length === 0 && plan.structure.length === 0 && (
        <Text color="secondary">It brings nothing yet.</Text>
      )}
    </Flex>
  </Panel>
);
