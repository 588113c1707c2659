import { Flex, Text } from '@backstage/ui';
import type { OfferImpact, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { useT } from '../words/useWords';
import { audienceFacts } from './audienceFacts';
import { BroughtChanges } from './BroughtChanges';
import { ChangeTable } from './ChangeTable';
import { MarginTable } from './MarginTable';

const OfferImpactView = ({ impact }: { impact: OfferImpact }) => {
  const t = useT();
  const { subscriptions, orders } = impact;
  return (
    <Flex direction="column" gap="4">
      <Facts
        facts={[
          [
            t(impact.kind === 'end' ? 'plan.impact.toldFrom' : 'plan.impact.from'),
            <When key="at" at={impact.from} />,
          ],
          [t('plan.impact.until'), impact.until && <When at={impact.until} />],
          ...audienceFacts(impact, t),
          [t('plan.impact.bundles'), impact.bundles?.map(({ title }) => title).join(', ')],
          [
            t('plan.impact.subscriptions'),
            subscriptions === undefined
              ? undefined
              : t('plan.impact.subscriptionCount', { count: subscriptions }),
          ],
          [
            t('plan.impact.openOrders'),
            orders === undefined ? undefined : t('plan.impact.orderCount', { count: orders }),
          ],
        ]}
      />
      <MarginTable impact={impact} />
      <ChangeTable
        caption={t('plan.impact.changesOf', { title: impact.title })}
        changes={impact.changes}
      />
    </Flex>
  );
};

/** What the release does, offer by offer, and to structure and views. */
export const ImpactPanel = ({ plan }: { plan: Plan }) => {
  const t = useT();
  return (
    <Panel title={t('plan.impact.title')} note={t('plan.impact.note')}>
      <Flex direction="column" gap="6">
        {plan.impact.map(impact => (
          <div key={impact.offerId} role="group" aria-label={impact.title}>
            {(plan.impact.length > 1 || plan.structure.length > 0) && (
              <Text as="h4" variant="body-medium" weight="bold">
                {impact.kind
                  ? t(`plan.impact.${impact.kind}`, { title: impact.title })
                  : impact.title}
              </Text>
            )}
            <OfferImpactView impact={impact} />
          </div>
        ))}
        {plan.structure.length > 0 && (
          <div role="group" aria-label={t('plan.impact.structure')}>
            <Text as="h4" variant="body-medium" weight="bold">
              {t('plan.impact.structure')}
            </Text>
            <ChangeTable caption={t('plan.impact.structureChanges')} changes={plan.structure} />
            <BroughtChanges plan={plan} />
          </div>
        )}
        {plan.impact.length === 0 && plan.structure.length === 0 && (
          <Text color="secondary">{t('plan.impact.none')}</Text>
        )}
      </Flex>
    </Panel>
  );
};
