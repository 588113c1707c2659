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

const MOVES = [
  { id: 'now', label: 'They move at once' },
  { id: 'on-date', label: 'They move on a date' },
  { id: 'consumer-chooses', label: 'They move when the consumer chooses' },
  { id: 'end', label: 'They end with it' },
];

/** An offer by its id, with what it is called once that is known. */
function useNamed(id: string) {
  const { data } = useCall('getOffer', { params: { id } }, { enabled: id !== '' });
  if (id === '') return undefined;
  return { id, name: data?.name ?? id, title: data?.title ?? id };
}

const Replaces = () => {
  const { value, onChange, error } = useField('content.succession.replaces');
  const { data } = useCall('listOffers', { query: { limit: 100 } }, { enabled: value.length > 0 });
  const named = value.map(
    id => data?.items.find(offer => offer.id === id) ?? { id, name: id, title: id },
  );
  return (
    <div data-field="content.succession.replaces">
      <OfferPicks
        label="Replaces"
        description="Offers in whose place this one comes."
        value={named}
        onChange={offers => onChange(offers.map(({ id }) => id))}
        error={error}
      />
    </div>
  );
};

const ReplacedBy = () => {
  const { value, onChange, error } = useField('content.succession.replacedBy');
  return (
    <div data-field="content.succession.replacedBy">
      <OfferPick
        label="Replaced by"
        value={useNamed(value)}
        onChange={offer => onChange(offer?.id ?? '')}
        error={error}
      />
    </div>
  );
};

const MovesOn = () => {
  const { value, onChange, error } = useField('content.succession.movesOn');
  return (
    <DateTimeField
      label="They move on"
      value={value}
      onChange={onChange}
      error={error}
      isRequired
    />
  );
};

/** What the offer replaces, what replaces it, and how subscriptions move. */
export const SuccessionSection = ({ isFilled }: { isFilled: boolean }) => {
  const { control } = useFormContext<DraftForm>();
  const move = useWatch({ control, name: 'content.succession.subscriptions' });
  return (
    <FoldedSection
      title="Succession"
      note="What comes before and after it, and what becomes of subscriptions."
      field="content.succession"
      isFilled={isFilled}
    >
      <Flex direction="column" gap="4">
        <Replaces />
        <ReplacedBy />
        <ChoiceInput
          name="content.succession.subscriptions"
          label="What subscriptions do"
          none="Nothing is said of it"
          options={MOVES}
        />
        {move === 'on-date' && <MovesOn />}
      </Flex>
    </FoldedSection>
  );
};
