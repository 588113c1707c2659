import { Flex } from '@backstage/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import { useCall } from '../../data/useCall';
import { OfferPick } from '../../demand/OfferPick';
import { OfferPicks } from '../../demand/OfferPicks';
import { DateTimeField } from '../../forms/DateTimeField';
import type { DraftForm } from '../draftForm';
import { FoldedSection } from '../FoldedSection';
import { ChoiceInput } from '../fields/ChoiceInput';
import { useField } from '../fields/useField';
import { useT } from '../../words/useWords';

const MOVES = ['now', 'on-date', 'consumer-chooses', 'end'] as const;

/** An offer by its id, with what it is called once that is known. */
function useNamed(id: string) {
  const { data } = useCall('getOffer', { params: { id } }, { enabled: id !== '' });
  if (id === '') return undefined;
  return { id, name: data?.name ?? id, title: data?.title ?? id };
}

const Replaces = () => {
  const t = useT();
  const { value, onChange, error } = useField('content.succession.replaces');
  const { data } = useCall('listOffers', { query: { limit: 100 } }, { enabled: value.length > 0 });
  const named = value.map(
    id => data?.items.find(offer => offer.id === id) ?? { id, name: id, title: id },
  );
  return (
    <div data-field="content.succession.replaces">
      <OfferPicks
        label={t('draft.succession.replaces')}
        description={t('draft.succession.replacesHint')}
        value={named}
        onChange={offers => onChange(offers.map(({ id }) => id))}
        error={error}
      />
    </div>
  );
};

const ReplacedBy = () => {
  const t = useT();
  const { value, onChange, error } = useField('content.succession.replacedBy');
  return (
    <div data-field="content.succession.replacedBy">
      <OfferPick
        label={t('draft.succession.replacedBy')}
        value={useNamed(value)}
        onChange={offer => onChange(offer?.id ?? '')}
        error={error}
      />
    </div>
  );
};

const MovesOn = () => {
  const t = useT();
  const { value, onChange, error } = useField('content.succession.movesOn');
  return (
    <DateTimeField
      label={t('draft.succession.movesOn')}
      value={value}
      onChange={onChange}
      error={error}
      isRequired
    />
  );
};

/** What the offer replaces, what replaces it, and how subscriptions move. */
export const SuccessionSection = ({ isFilled }: { isFilled: boolean }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const move = useWatch({ control, name: 'content.succession.subscriptions' });
  return (
    <FoldedSection
      title={t('draft.succession.title')}
      note={t('draft.succession.note')}
      field="content.succession"
      isFilled={isFilled}
    >
      <Flex direction="column" gap="4">
        <Replaces />
        <ReplacedBy />
        <ChoiceInput
          name="content.succession.subscriptions"
          label={t('draft.succession.move')}
          none={t('draft.succession.unsaid')}
          options={MOVES.map(id => ({ id, label: t(`draft.succession.${id}`) }))}
        />
        {move === 'on-date' && <MovesOn />}
      </Flex>
    </FoldedSection>
  );
};
