import { Text } from '@backstage/ui';
import { marginsOf } from '@offerdesk/backstage-plugin-offers-common';
import { CheckList } from '../../parts/CheckList';
import { useLiveDraft } from '../liveDraft';
import { useWords } from '../../words/useWords';

/** The margin of each price list as it is typed. */
export const LiveMargin = () => {
  const { t, margin: marginWords } = useWords();
  const draft = useLiveDraft();
  const margins = draft ? marginsOf(draft.content.pricing) : [];
  if (margins.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('draft.margin.later')}
      </Text>
    );
  }
  return (
    <CheckList
      label={t('draft.margin.label')}
      words={{ holds: t('draft.margin.fine'), fails: t('draft.margin.look') }}
      checks={margins.map(margin => ({
        id: margin.currency,
        holds: margin.verdict === 'met',
        sentence: marginWords(margin),
      }))}
    />
  );
};
