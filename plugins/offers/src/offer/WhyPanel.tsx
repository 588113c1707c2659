import { Flex, Text } from '@backstage/ui';
import type { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { CheckList } from '../parts/CheckList';
import { Panel } from '../parts/Panel';
import { readersZone } from '../words/dates';

/** How often the reasons are read again, in milliseconds. */
const REFRESH_MS = 60_000;

/**
 * Whether the reader can order the offer, reason by reason; the same reasons that Slack gives. They are
 * asked for in the reader's zone, and again as long as the page is open, since time changes them.
 */
export const WhyPanel = ({ offer }: { offer: Pick<OfferPage, 'name' | 'explanation'> }) => {
  const { data } = useCall(
    'explainOffer',
    { params: { name: offer.name }, query: { zone: readersZone() } },
    { refetchInterval: () => REFRESH_MS },
  );
  const { orderable } = data?.explanation ?? offer.explanation;
  return (
    <Panel title={orderable.answer ? 'You can order this' : "Why can't I order this?"}>
      <Flex direction="column" gap="3">
        <CheckList
          label="Reasons"
          words={{ holds: 'Yes', fails: 'No' }}
          checks={orderable.reasons.map(({ code, holds, sentence }) => ({
            id: code,
            holds,
            sentence,
          }))}
        />
        {!orderable.answer && (
          <Text as="p" variant="body-small" color="secondary">
            Each line with a cross is a reason. When none is left, you can order it.
          </Text>
        )}
      </Flex>
    </Panel>
  );
};
