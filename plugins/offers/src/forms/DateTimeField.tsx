import { FieldLabel, useBgConsumer } from '@backstage/ui';
import { useId } from 'react';
import styles from './DateTimeField.module.css';
import { useT } from '../words/useWords';
import { toldIn } from '../words/told';

interface DateTimeFieldProps {
  label: string;
  description?: string;
  /** local date and time, such as `2026-12-01T09:00`; empty for none */
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  error?: string | undefined;
  isDisabled?: boolean;
}

/** A date and time of day. The date picker of @backstage/ui has no time of day, the browser's own has. */
export const DateTimeField = (props: DateTimeFieldProps) => {
  const t = useT();
  const id = useId();
  const { bg } = useBgConsumer();
  const { label, description, error } = props;
  const described = [description ? `${id}-description` : '', error ? `${id}-error` : ''].join(' ');
  return (
    <div className={styles.field}>
      <FieldLabel
        label={label}
        htmlFor={id}
        {...(description ? { description, descriptionId: `${id}-description` } : {})}
        secondaryLabel={props.isRequired ? t('form.required') : null}
      />
      <input
        id={id}
        type="datetime-local"
        className={styles.input}
        data-on-bg={bg}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
        required={props.isRequired ?? false}
        disabled={props.isDisabled ?? false}
        aria-invalid={Boolean(error)}
        {...(described.trim() ? { 'aria-describedby': described.trim() } : {})}
      />
      {error && (
        <span id={`${id}-error`} className={styles.error}>
          {toldIn(t, error)}
        </span>
      )}
    </div>
  );
};
