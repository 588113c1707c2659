import { TextField } from '@backstage/ui';
import { useState } from 'react';

interface TimeFieldProps {
  label: string;
  /** a local time of day, such as `09:00` */
  time: string;
  onChange: (time: string) => void;
}

/** A time of day. It is kept when its field is left: half a time is none. */
export const TimeField = ({ label, time, onChange }: TimeFieldProps) => {
  const [text, setText] = useState<string>();
  const leave = () => {
    if (text && text !== time) onChange(text);
    setText(undefined);
  };
  return (
    <TextField
      label={label}
      type={'time' as 'text'}
      value={text ?? time}
      onChange={setText}
      onBlur={leave}
    />
  );
};
