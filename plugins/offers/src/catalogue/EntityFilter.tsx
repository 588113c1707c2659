import { Combobox } from '@backstage/ui';
import { memo, useState } from 'react';
import { useEntityOptions } from '../data/useEntityOptions';
import { useNames } from '../parts/useNames';
import { useT } from '../words/useWords';
import type { Changes } from './useCatalogueAddress';

const KINDS = ['component', 'system', 'resource', 'api'];

interface EntityFilterProps {
  value: string | undefined;
  onChange: (changes: Changes) => void;
}

/** The offers of one entity of the software catalogue, found by its name. */
export const EntityFilter = memo(({ value, onChange }: EntityFilterProps) => {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  const [isWanted, setWanted] = useState(false);
  const suggested = useEntityOptions(KINDS, typed ?? '', isWanted);
  const nameOf = useNames(value ? [value] : []);
  const chosen = value ? nameOf(value) : '';
  const isKnown = !value || suggested.some(({ id }) => id === value);
  return (
    <Combobox
      label={t('facet.entity')}
      description={t('facet.entityHint')}
      menuTrigger="focus"
      selectedKey={value ?? null}
      options={isKnown ? suggested : [...suggested, { id: value, label: chosen }]}
      search={{
        mode: 'client',
        inputValue: typed ?? chosen,
        onInputChange: text => {
          setTyped(text);
          if (text === '') onChange({ entity: '' });
        },
        filter: () => true,
      }}
      onSelectionChange={key => {
        if (key === null) return;
        setTyped(undefined);
        onChange({ entity: String(key) });
      }}
      onFocus={() => setWanted(true)}
      onBlur={() => setTyped(undefined)}
    />
  );
});
