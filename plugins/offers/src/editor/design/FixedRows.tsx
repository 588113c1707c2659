import { TextField } from '@backstage/ui';
import type { Json, Options } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { valueWords } from '../../words/options';
import { designedOptions, typedValue } from './optionDesign';
import { PlainRows } from './PlainRows';
import { useT } from '../../words/useWords';

interface PartProps {
  options: Options;
  onChange: (options: Options) => void;
}

interface FixedRow {
  name: string;
  value: Json;
}

/** Values that the offer has chosen: the consumer is not asked for them. */
export const FixedRows = ({ options, onChange }: PartProps) => {
  const t = useT();
  // A row without a name has no place among the values yet, so it is held here.
  const [nameless, setNameless] = useState<FixedRow[]>([]);
  const rows = [
    ...Object.entries(options.fixed).map(([name, value]) => ({ name, value })),
    ...nameless,
  ];
  const designed = designedOptions(options);
  const put = (next: FixedRow[]) => {
    setNameless(next.filter(({ name }) => !name.trim()));
    onChange({
      ...options,
      fixed: Object.fromEntries(
        next.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), value]),
      ),
    });
  };
  return (
    <PlainRows
      title={t('fixed.title')}
      description={t('fixed.note')}
      item={t('fixed.item')}
      rows={rows}
      onChange={put}
      make={() => ({ name: '', value: '' })}
      render={(row, change) => (
        <>
          <TextField
            label={t('fixed.option')}
            value={row.name}
            onChange={name => change({ ...row, name })}
          />
          <TextField
            label={t('fixed.value')}
            value={valueWords(row.value)}
            onChange={text => {
              const type = designed.find(({ name }) => name === row.name.trim())?.type ?? 'text';
              change({ ...row, value: typedValue(text, type) ?? '' });
            }}
          />
        </>
      )}
    />
  );
};
