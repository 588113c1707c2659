import { Select, TextField } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { valueWords } from '../../words/options';
import { useLiveDraft } from '../liveDraft';
import { designedOptions, typedValue } from './optionDesign';
import { PlainRows } from './PlainRows';
import { useT } from '../../words/useWords';

type Mapping = Bundle['steps'][number]['options'];

interface MappingRow {
  name: string;
  source: Mapping[string];
}

const OWN = 'own-value';

interface MappingRowsProps {
  step: Bundle['steps'][number];
  title: string;
  onChange: (options: Mapping) => void;
}

/** Where each option of a member gets its value: from an option of the bundle, or a value of its own. */
export const MappingRows = ({ step, title, onChange }: MappingRowsProps) => {
  const t = useT();
  // A row without a name has no place in the mapping yet, so it is held here.
  const [nameless, setNameless] = useState<MappingRow[]>([]);
  const rows = [
    ...Object.entries(step.options).map(([name, source]) => ({ name, source })),
    ...nameless,
  ];
  const options = useLiveDraft()?.content.options;
  const own = options ? designedOptions(options) : [];
  const put = (next: MappingRow[]) => {
    setNameless(next.filter(({ name }) => !name.trim()));
    onChange(
      Object.fromEntries(
        next.filter(({ name }) => name.trim()).map(({ name, source }) => [name.trim(), source]),
      ),
    );
  };
  return (
    <PlainRows
      title={t('mapping.title', { title })}
      item={t('mapping.item')}
      rows={rows}
      onChange={put}
      make={(): MappingRow => ({ name: '', source: { value: '' } })}
      render={(row, change) => (
        <>
          <TextField
            label={t('mapping.option')}
            value={row.name}
            onChange={name => change({ ...row, name })}
          />
          <Select
            label={t('mapping.gets')}
            value={'from' in row.source ? row.source.from : OWN}
            onChange={key =>
              change({ ...row, source: key === OWN ? { value: '' } : { from: String(key) } })
            }
            options={[
              { id: OWN, label: t('mapping.own') },
              ...own.map(({ name, title: words }) => ({
                id: name,
                label: t('mapping.from', { option: words || name }),
              })),
            ]}
          />
          {'value' in row.source && (
            <TextField
              label={t('mapping.value')}
              value={valueWords(row.source.value)}
              onChange={typed =>
                change({ ...row, source: { value: typedValue(typed, 'text') ?? '' } })
              }
            />
          )}
        </>
      )}
    />
  );
};
