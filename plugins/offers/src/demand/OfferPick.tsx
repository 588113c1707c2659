import { useApi } from '@backstage/core-plugin-api';
import { Combobox } from '@backstage/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';

/** An offer as it is picked. */
export interface PickedOffer {
  id: string;
  name: string;
  title: string;
}

interface OfferPickProps {
  label: string;
  description?: string;
  value: PickedOffer | undefined;
  onChange: (offer: PickedOffer | undefined) => void;
  /** which offers can be picked; all of them unless told */
  allows?: (offer: PickedOffer & { state: string }) => boolean;
  /** only those of which a version was published, or only those of which none was */
  isPublished?: boolean | undefined;
  /** whether the suggestions open when the box has the focus; they do unless told */
  opensOnFocus?: boolean;
  error?: string | undefined;
}

/** How many offers are suggested: typing narrows them. */
const SUGGESTIONS = 20;

/** One of the offers that the person reads as staff, found by its title or name. */
export const OfferPick = ({
  label,
  description,
  value,
  onChange,
  allows,
  isPublished,
  opensOnFocus = true,
  error,
}: OfferPickProps) => {
  const api = useApi(offersApiRef);
  const [typed, setTyped] = useState<string>();
  const q = (typed ?? '').trim().slice(0, 200);
  const query = {
    limit: SUGGESTIONS,
    ...(q ? { q } : {}),
    // Asked of the backend: among the first of many drafts there may be none that was published.
    ...(isPublished === undefined
      ? {}
      : { published: isPublished ? ('true' as const) : ('false' as const) }),
  };
  const { data } = useQuery({
    queryKey: ['offers', 'pick', query],
    queryFn: ({ signal }) => api.call('listOffers', { query }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const offers = (data?.items ?? []).filter(offer => allows?.(offer) ?? true);
  return (
    <Combobox
      label={label}
      {...(description ? { description } : {})}
      menuTrigger={opensOnFocus ? 'focus' : 'input'}
      selectedKey={value?.id ?? null}
      options={offers.map(({ id, title, name }) => ({ id, label: title, description: name }))}
      search={{
        mode: 'client',
        inputValue: typed ?? value?.title ?? '',
        onInputChange: text => {
          setTyped(text);
          if (text === '') onChange(undefined);
        },
        filter: () => true,
      }}
      onSelectionChange={key => {
        const chosen = offers.find(({ id }) => id === key);
        if (!chosen) return;
        setTyped(undefined);
        onChange({ id: chosen.id, name: chosen.name, title: chosen.title });
      }}
      onBlur={() => setTyped(undefined)}
      validationBehavior="aria"
      validate={() => error ?? null}
    />
  );
};
