import { Text } from '@backstage/ui';
import { marginsOf, marginWords } from '@offerdesk/backstage-plugin-offers-common';
import { CheckList } from '../../parts/CheckList';
import { useLiveDraft } from '../liveDraft';

/** The margin of each price list as it is typed. */
export const LiveMargin = () => {
  const draft = useLiveDraft();
  const margins = draft ? marginsOf(draft.content.pricing) : [];
  if (margins.length === 0) {
    return (
      <Text as="p" color="secondary">
        The margin appears here once there are a price and a cost.
      </Text>
    );
  }
  return (
    <CheckList
      label="Margin"
      words={{ holds: 'Fine', fails: 'Look at this' }}
      checks={margins.map(margin => ({
        id: margin.currency,
        holds: margin.verdict === 'met',
        sentence: marginWords(margin),
      }))}
    />
  );
};
