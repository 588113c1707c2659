import { Flex, Text } from '@backstage/ui';
import type { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { CheckList } from '../parts/CheckList';
import { Panel } from '../parts/Panel';
import { useNames } from '../parts/useNames';
import { readersZone } from '../words/dates';
import { fromUtc } from '../words/figures';
import { named, refsOf } from '../words/refs';
import { useT } from '../words/useWords';

/** How often the reasons are read again, in milliseconds. */
const REFRESH_MS = 60_000;

interface WhyPanelProps {
  offer: Pick<OfferPage, 'name' | 'explanation'>;
  /** another instant that the reader looks at */
  at: string | undefined;
}

/**
 * Whether the reader can order the offer, reason by reason; the same reasons that Slack gives. They are
 * asked for in the reader's zone, and again as long as the page is open, since time changes them.
 */
export const WhyPanel = ({ offer, at }: WhyPanelProps) => {
  const t = useT();
  const { data } = useCall(
    'explainOffer',
    { params: { name: offer.name }, query: { zone: readersZone(), ...(at ? { at } : {}) } },
    { refetchInterval: () => REFRESH_MS },
  );
  const { orderable } = data?.explanation ?? offer.explanation;
  const nameOf = useNames(refsOf(orderable.reasons.map(({ sentence }) => sentence)));
  return (
    <Panel heading="h4" title={t(orderable.answer ? 'why.canOrder' : 'why.cannotOrder')}>
      <Flex direction="column" gap="3">
        <CheckList
          label={t('why.reasons')}
          words={{ holds: t('why.yes'), fails: t('why.no') }}
          checks={orderable.reasons.map(({ code, holds, sentence }) => ({
            id: code,
            holds,
            // What came with the page has its instants in UTC.
            sentence: named(fromUtc(sentence), nameOf),
          }))}
        />
        {!orderable.answer && (
          <Text as="p" variant="body-small" color="secondary">
            {t('why.crosses')}
          </Text>
        )}
      </Flex>
    </Panel>
  );
};
