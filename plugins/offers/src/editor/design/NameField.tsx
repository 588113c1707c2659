import { TextField } from '@backstage/ui';
import { useState } from 'react';
import { useT } from '../../words/useWords';

interface NameFieldProps {
  label: string;
  /** what a name may be, in words */
  description: string;
  isName: (text: string) => boolean;
  value: string;
  /** names that others have */
  taken: readonly string[];
  onChange: (name: string) => void;
}

/**
 * A name by which others know it. It is taken as it is typed, as long as it is one and nobody else has it: on the way
 * from one name to another, what follows it would otherwise follow somebody else's. What is no name stays to be mended.
 */
export const NameField = (props: NameFieldProps) => {
  const { label, description, isName, value, taken, onChange } = props;
  const t = useT();
  const [held, hold] = useState<{ text: string; beside: string }>();
  const written = held?.beside === value ? held.text : value;
  const faultOf = (name: string) => {
    if (taken.includes(name)) return t('options.taken');
    return isName(name) ? undefined : description;
  };
  const change = (text: string) => {
    const name = text.trim();
    const isTaken = faultOf(name) === undefined;
    hold(isTaken ? undefined : { text, beside: value });
    if (isTaken && name !== value) onChange(name);
  };
  return (
    <TextField
      label={label}
      description={description}
      value={written}
      onChange={change}
      validationBehavior="aria"
      validate={() => (written === value ? null : (faultOf(written.trim()) ?? null))}
    />
  );
};
