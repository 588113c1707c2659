import { Combobox } from '@backstage/ui';

interface NameBoxProps {
  label: string;
  /** names that are known, and what their options are called */
  known: readonly { name: string; title: string }[];
  value: string;
  onChange: (name: string) => void;
}

/** The name of an option: one of those that are known, or typed. */
export const NameBox = ({ label, known, value, onChange }: NameBoxProps) => (
  <Combobox
    label={label}
    allowsCustomValue
    menuTrigger="focus"
    selectedKey={known.some(({ name }) => name === value) ? value : null}
    options={known.map(({ name, title }) => ({
      id: name,
      label: name,
      description: title === name ? '' : title,
    }))}
    search={{ mode: 'client', inputValue: value, onInputChange: onChange, filter: () => true }}
    onSelectionChange={key => {
      if (key !== null) onChange(String(key));
    }}
  />
);
