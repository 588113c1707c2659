import { TextAreaField, TextField } from '@backstage/ui';
import { useController } from 'react-hook-form';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';

interface ControlledTextProps {
  /** path of the field in the form around it */
  name: string;
  label: string;
  description?: string;
  isRequired?: boolean;
  /** several lines */
  isLong?: boolean;
}

/** A text of the form around it, with what is wrong with it at the field. */
export const ControlledText = ({ name, isLong, ...shown }: ControlledTextProps) => {
  const t = useT();
  const {
    field: { ref, disabled, ...field },
    fieldState,
  } = useController({ name });
  const Field = isLong ? TextAreaField : TextField;
  return (
    <Field
      {...field}
      {...shown}
      {...(shown.isRequired ? { secondaryLabel: t('form.required') } : {})}
      validationBehavior="aria"
      validate={() => (fieldState.error?.message ? toldIn(t, fieldState.error.message) : null)}
    />
  );
};
