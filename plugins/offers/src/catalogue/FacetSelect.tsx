import { Select } from '@backstage/ui';
import { memo, useState } from 'react';
import { useT, type T } from '../words/useWords';
import { withChosen, type FacetProps, type FacetValue } from './FacetChoice';
import { listedOf } from './listed';

const ANY = 'any';

/** So many values can be overlooked; more are searched in. */
const MANY = 10;

const optionOf = ({ id, label, count }: FacetValue) => ({
  id,
  label: count > 0 ? `${label} (${count})` : label,
});

/** What an open list holds. */
function optionsOf(t: T, values: readonly FacetValue[], typed: string, chosen: string | undefined) {
  const { listed, more } = listedOf(values, typed, chosen);
  const hint = { id: '…', label: t('facet.more', { number: String(more) }), disabled: true };
  return [...listed.map(optionOf), ...(more > 0 ? [hint] : [])];
}

interface FacetSelectProps extends FacetProps {
  onOpen?: () => void;
}

/**
 * A filter of many values, in a list that opens. The library draws what is in a list also while it is closed, again with each
 * change of the address: a closed one holds no more than what is chosen.
 */
export const FacetSelect = memo((props: FacetSelectProps) => {
  const { name, label, values, chosen, chosenName, onChange, onOpen } = props;
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const all = withChosen(values, chosen, chosenName);
  const closed = all.filter(({ id }) => id === chosen).map(optionOf);
  return (
    <Select
      label={label}
      value={chosen ?? ANY}
      isOpen={isOpen}
      onOpenChange={opens => {
        setOpen(opens);
        if (opens) onOpen?.();
        setTyped('');
      }}
      onChange={key => onChange({ [name]: key === ANY ? '' : String(key) })}
      options={[
        { id: ANY, label: t('facet.any') },
        ...(isOpen ? optionsOf(t, all, typed, chosen) : closed),
      ]}
      {...(all.length > MANY
        ? {
            search: {
              placeholder: t('facet.searchIn'),
              inputValue: typed,
              onInputChange: setTyped,
              filter: () => true,
            },
          }
        : {})}
    />
  );
});
