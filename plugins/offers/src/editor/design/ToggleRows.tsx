import { Checkbox, TextField } from '@backstage/ui';
import { featureToggleSchema, type Options } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DateTimeField } from '../../forms/DateTimeField';
import { namedTime } from '../../forms/namedTime';
import { localInZone, readersZone } from '../../words/dates';
import { EntityBox } from '../fields/EntityBox';
import { NameField } from './NameField';
import { designedOptions } from './optionDesign';
import { PlainRows } from './PlainRows';
import { withToggleKey } from './renaming';
import { useT } from '../../words/useWords';

type Toggle = Options['toggles'][number];

const isKey = (text: string) => featureToggleSchema.shape.key.safeParse(text).success;

const local = (endsAt: string | undefined) => (endsAt ? localInZone(endsAt, readersZone()) : '');

interface EndFieldProps {
  toggle: Toggle;
  onChange: (toggle: Toggle) => void;
}

/** When a toggle goes. What names no time is not kept, and stays to be read and mended. */
const EndField = ({ toggle: { endsAt, ...toggle }, onChange }: EndFieldProps) => {
  const t = useT();
  const [unnamed, setUnnamed] = useState('');
  const change = (typed: string) => {
    const { instant, fault } = namedTime(typed);
    setUnnamed(fault ? typed : '');
    onChange(instant ? { ...toggle, endsAt: instant } : toggle);
  };
  return (
    <DateTimeField
      label={t('toggle.ends')}
      value={unnamed || local(endsAt)}
      onChange={change}
      error={namedTime(unnamed).fault}
    />
  );
};

/** Parts of the service that can be switched, each with an owner and, at best, an end. */
export const ToggleRows = ({
  options,
  onChange,
}: {
  options: Options;
  onChange: (options: Options) => void;
}) => {
  const t = useT();
  const taken = [
    ...options.toggles.map(({ key }) => key),
    ...designedOptions(options).map(({ name }) => name),
  ];
  return (
    <PlainRows
      title={t('toggle.title')}
      description={t('toggle.note')}
      item={t('toggle.item')}
      rows={options.toggles}
      onChange={toggles => onChange({ ...options, toggles })}
      make={(): Toggle => ({ key: '', title: '', default: false, owner: '' })}
      render={(toggle, change) => (
        <>
          <NameField
            label={t('toggle.key')}
            description={t('toggle.keyHint')}
            isName={isKey}
            value={toggle.key}
            taken={taken.filter(name => name !== toggle.key)}
            onChange={key =>
              // One that was just added is named by nothing yet.
              toggle.key === ''
                ? change({ ...toggle, key })
                : onChange(withToggleKey(options, toggle.key, key))
            }
          />
          <TextField
            label={t('toggle.what')}
            value={toggle.title}
            onChange={title => change({ ...toggle, title })}
          />
          <EntityBox
            label={t('toggle.owner')}
            kinds={['group', 'user']}
            value={toggle.owner}
            onChange={owner => change({ ...toggle, owner })}
          />
          <EndField toggle={toggle} onChange={change} />
          <Checkbox
            isSelected={toggle.default}
            onChange={standard => change({ ...toggle, default: standard })}
          >
            {t('toggle.on')}
          </Checkbox>
        </>
      )}
    />
  );
};
