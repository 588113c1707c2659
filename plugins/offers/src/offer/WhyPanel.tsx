import { Flex, Text } from '@backstage/ui';
import type { Explanation } from '@offerdesk/backstage-plugin-offers-common';
import { CheckList } from '../parts/CheckList';
import { Panel } from '../parts/Panel';

interface WhyPanelProps {
  explanation: Explanation;
}

/** Whether the reader can order the offer, reason by reason; the same reasons that Slack gives. */
export const WhyPanel = ({ explanation: { orderable } }: WhyPanelProps) => (
  <Panel title={orderable.answer ? 'You can order this' : "Why can't I order this?"}>
    <Flex direction="column" gap="3">
      <CheckList
        label="Reasons"
        words={{ holds: 'Yes', fails: 'No' }}
        checks={orderable.reasons.map(({ code, holds, sentence }) => ({ id: code, holds, sentence }))}
      />
      {!orderable.answer && (
        <Text as="p" variant="body-small" color="secondary">
          Each line with a cross is a reason. When none is left, you can order it.
        </Text>
      )}
    </Flex>
  </Panel>
);
