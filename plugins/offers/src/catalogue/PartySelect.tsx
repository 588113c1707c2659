import { useState } from 'react';
import { useNames } from '../parts/useNames';
import { useSame } from '../parts/useSame';
import type { FacetProps } from './FacetChoice';
import { FacetSelect } from './FacetSelect';

/** Who provides or owns offers, and how many. */
export interface Party {
  id: string;
  count: number;
}

interface PartySelectProps extends Omit<FacetProps, 'values' | 'chosenName'> {
  parties: readonly Party[];
}

/** A filter by who provides or owns. Their names are asked for when the list is first opened: they may be hundreds. */
export const PartySelect = ({ parties, ...facet }: PartySelectProps) => {
  const [isAsked, setAsked] = useState(false);
  const { chosen = '' } = facet;
  const nameOf = useNames([...(isAsked ? parties.map(({ id }) => id) : []), chosen]);
  const values = parties.map(({ id, count }) => ({ id, label: nameOf(id), count }));
  return (
    <FacetSelect
      {...facet}
      values={useSame(values)}
      chosenName={nameOf(chosen)}
      onOpen={() => setAsked(true)}
    />
  );
};
