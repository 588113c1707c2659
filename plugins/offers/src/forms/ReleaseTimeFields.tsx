import { Text } from '@backstage/ui';
import { instantOf, type LocalTime } from '@offerdesk/backstage-plugin-offers-common';
import { readersZone, instantIn } from '../words/dates';
import { DateTimeField } from './DateTimeField';
import { ZoneField } from './ZoneField';
import { useT } from '../words/useWords';

interface ReleaseTimeFieldsProps {
  value: LocalTime;
  onChange: (value: LocalTime) => void;
  error?: string | undefined;
}

/** When a plan is released: a local time with its zone, and what that is for the reader (rule 13). */
export const ReleaseTimeFields = ({ value, onChange, error }: ReleaseTimeFieldsProps) => {
  const t = useT();
  const named = value.local ? instantOf(value) : undefined;
  return (
    <>
      <DateTimeField
        label={t('form.release')}
        isRequired
        value={value.local}
        onChange={local => onChange({ ...value, local })}
        error={error ?? (named?.ok === false ? named.message : undefined)}
      />
      <ZoneField value={value.zone} onChange={zone => onChange({ ...value, zone })} />
      {named?.ok && value.zone !== readersZone() && (
        <Text as="p" variant="body-small" color="secondary">
          {t('form.forYou', { when: instantIn(t, named.instant) })}
        </Text>
      )}
    </>
  );
};
