import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { useT } from '../words/useWords';

interface ZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
}

/** An IANA time zone, of those that the browser knows. */
export const ZoneField = ({ value, onChange }: ZoneFieldProps) => {
  const t = useT();
  const options = useMemo(() => {
    const zones = new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')]);
    return [...zones].map(zone => ({ id: zone, label: zone.replace(/_/g, ' ') }));
  }, [value]);
  return (
    <Select
      label={t('zone.label')}
      value={value}
      onChange={key => key !== null && onChange(String(key))}
      options={options}
      search={{ placeholder: t('zone.search') }}
    />
  );
};
