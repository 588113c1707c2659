import { Combobox } from '@backstage/ui';
import { memo, useState } from 'react';
import { useEntityOptions } from '../data/useEntityOptions';
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
          if (text === '') onChange({ entity: '' });
        },
        filter: () => true,
      }}
      onSelectionChange={key => {
        if (key === null) return;
        setTyped(undefined);
        onChange({ entity: String(key) });
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
});
