import type { Json, Options } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../../words/useWords';
import { NameBox } from './NameBox';
import { designedOptions } from './optionDesign';
import { PlainRows } from './PlainRows';
import { useWritten, type Writing } from './useWritten';
import { ValueField } from './ValueField';

interface PartProps {
  options: Options;
  onChange: (options: Options) => void;
}

interface FixedRow {
  name: string;
  value: Json;
}

/** A row without a name has no place among the values yet. */
const asRows: Writing<Options['fixed'], FixedRow[]> = {
  write: fixed => Object.entries(fixed).map(([name, value]) => ({ name, value })),
  read: rows =>
    Object.fromEntries(
      rows.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), value]),
    ),
};

/** Values that the offer has chosen: the consumer is not asked for them. */
export const FixedRows = ({ options, onChange }: PartProps) => {
  const t = useT();
  const [rows, put] = useWritten(options.fixed, fixed => onChange({ ...options, fixed }), asRows);
  const known = designedOptions(options);
  return (
    <PlainRows
      title={t('fixed.title')}
      description={t('fixed.note')}
      item={t('fixed.item')}
      rows={rows}
      onChange={put}
      make={(): FixedRow => ({ name: '', value: '' })}
      render={(row, change) => (
        <>
          <NameBox
            label={t('fixed.option')}
            known={known}
            value={row.name}
            onChange={name => change({ ...row, name })}
          />
          <ValueField
            label={t('fixed.value')}
            takes={known.find(({ name }) => name === row.name.trim())}
            value={row.value}
            onChange={value => change({ ...row, value: value ?? '' })}
          />
        </>
      )}
    />
  );
};
