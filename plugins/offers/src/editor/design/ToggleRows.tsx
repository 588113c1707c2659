import { Checkbox, TextField } from '@backstage/ui';
import { instantOf, type Options } from '@offerdesk/backstage-plugin-offers-common';
import { DateTimeField } from '../../forms/DateTimeField';
import { localInZone, readersZone } from '../../words/dates';
import { EntityBox } from '../fields/EntityBox';
import { PlainRows } from './PlainRows';
import { useT } from '../../words/useWords';

type Toggle = Options['toggles'][number];

const local = (endsAt: string | undefined) => (endsAt ? localInZone(endsAt, readersZone()) : '');

function endingAt({ endsAt: _endsAt, ...toggle }: Toggle, typed: string): Toggle {
  const named = instantOf({ local: typed, zone: readersZone() });
  return typed && named.ok ? { ...toggle, endsAt: named.instant } : toggle;
}

/** Parts of the service that can be switched, each with an owner and, at best, an end. */
export const ToggleRows = ({
  options,
  onChange,
}: {
  options: Options;
  onChange: (options: Options) => void;
}) => {
  const t = useT();
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
          <TextField
            label={t('toggle.key')}
            value={toggle.key}
            onChange={key => change({ ...toggle, key })}
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
          <DateTimeField
            label={t('toggle.ends')}
            value={local(toggle.endsAt)}
            onChange={typed => change(endingAt(toggle, typed))}
          />
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
