import { Select } from '@backstage/ui';
import { useMemo } from 'react';

interface ZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
}

/** An IANA time zone, of those that the browser knows. */
export const ZoneField = ({ value, onChange }: ZoneFieldProps) => {
  const options = useMemo(() => {
    const zones = new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')]);
    return [...zones].map(zone => ({ id: zone, label: zone.replace(/_/g, ' ') }));
  }, [value]);
  return (
    <Select
      label="Time zone"
      value={value}
      onChange={key => key !== null && onChange(String(key))}
      options={options}
      search={{ placeholder: 'Search time zones' }}
    />
  );
};
