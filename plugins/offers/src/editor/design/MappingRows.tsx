import { Select } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../../words/useWords';
import { useLiveDraft } from '../liveDraft';
import { NameBox } from './NameBox';
import { designedOptions, type DesignedOption } from './optionDesign';
import { PlainRows } from './PlainRows';
import { useMemberOptions } from './useMemberOptions';
import { useWritten, type Writing } from './useWritten';
import { ValueField } from './ValueField';

type Step = Bundle['steps'][number];

type Mapping = Step['options'];

interface MappingRow {
  name: string;
  source: Mapping[string];
}

const OWN = 'own-value';

/** A row without a name has no place in the mapping yet. */
const asRows: Writing<Mapping, MappingRow[]> = {
  write: mapping => Object.entries(mapping).map(([name, source]) => ({ name, source })),
  read: rows =>
    Object.fromEntries(
      rows.filter(({ name }) => name.trim()).map(({ name, source }) => [name.trim(), source]),
    ),
};

interface MappingRowsProps {
  step: Step;
  title: string;
  /** the options of the member; undefined where its writer does not read it as staff */
  options: readonly DesignedOption[] | undefined;
  /** the name in the address of the member's offer; undefined where it is not known */
  offerName: string | undefined;
  onChange: (options: Mapping) => void;
}

/** Where each option of a member gets its value: from an option of the bundle, or a value of its own. */
export const MappingRows = ({ step, title, options, offerName, onChange }: MappingRowsProps) => {
  const t = useT();
  const [rows, put] = useWritten(step.options, onChange, asRows);
  const bundles = useLiveDraft()?.content.options;
  const own = bundles ? designedOptions(bundles) : [];
  const asConsumer = useMemberOptions(options ? undefined : offerName);
  const known = options ?? asConsumer;
  return (
    <PlainRows
      title={t('mapping.title', { title })}
      description={t('mapping.note')}
      item={t('mapping.item')}
      rows={rows}
      onChange={put}
      make={(): MappingRow => ({ name: '', source: { value: '' } })}
      render={(row, change) => (
        <>
          <NameBox
            label={t('mapping.option')}
            known={known}
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
            <ValueField
              label={t('mapping.value')}
              takes={known.find(({ name }) => name === row.name.trim())}
              value={row.source.value}
              onChange={value => change({ ...row, source: { value: value ?? '' } })}
            />
          )}
        </>
      )}
    />
  );
};
