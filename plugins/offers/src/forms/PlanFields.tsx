import type { LocalTime } from '@offerdesk/backstage-plugin-offers-common';
import { Controller, useFormContext } from 'react-hook-form';
import { ControlledText } from './ControlledText';
import { ReleaseTimeFields } from './ReleaseTimeFields';
import { useT } from '../words/useWords';

/** What a person says of a release plan: title, date and note; within a form that has these fields. */
export const PlanFields = () => {
  const t = useT();
  const { control, formState } = useFormContext<{ release: LocalTime }>();
  return (
    <>
      <ControlledText name="title" label={t('form.title')} isRequired />
      <Controller
        control={control}
        name="release"
        render={({ field }) => (
          <ReleaseTimeFields
            value={field.value}
            onChange={field.onChange}
            error={formState.errors.release?.local?.message}
          />
        )}
      />
      <ControlledText name="note" label={t('form.noteToApprovers')} isLong />
    </>
  );
};
