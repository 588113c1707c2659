import { Combobox } from '@backstage/ui';
import { useState } from 'react';
import { useEntityOptions } from '../data/useEntityOptions';
import { useT } from '../words/useWords';

const KINDS = ['component', 'system', 'resource', 'api'];

interface EntityFilterProps {
  value: string | undefined;
  onChange: (ref: string) => void;
}

/** The offers of one entity of the software catalogue, found by its name. */
export const EntityFilter = ({ value, onChange }: EntityFilterProps) => {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  const options = useEntityOptions(KINDS, typed ?? '');
  const known = value && !options.some(({ id }) => id === value) ? [{ id: value }] : [];
  return (
    <Combobox
      label={t('facet.entity')}
      description={t('facet.entityHint')}
      menuTrigger="focus"
      selectedKey={value ?? null}
      options={[...options.map(({ id }) => ({ id })), ...known].map(({ id }) => ({
        id,
        label: id,
      }))}
      search={{
        mode: 'client',
        inputValue: typed ?? value ?? '',
        onInputChange: text => {
          setTyped(text);
          if (text === '') onChange('');
        },
        filter: () => true,
      }}
      onSelectionChange={key => {
        if (key === null) return;
        setTyped(undefined);
        onChange(String(key));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
};
