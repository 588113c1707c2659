import { NumberField, Select, TextField } from '@backstage/ui';
import type { Json } from '@offerdesk/backstage-plugin-offers-common';
import { valueWords } from '../../words/options';
import { useT, type T } from '../../words/useWords';
import type { DesignedOption } from './optionDesign';
import { useWritten, type Writing } from './useWritten';

/** What an option takes, as far as one of its values is asked for. */
export type Taken = Pick<DesignedOption, 'type' | 'values'>;

interface ValueFieldProps {
  label: string;
  description?: string;
  /** what the option takes; text unless told */
  takes: Taken | undefined;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  /** what "no value" is called in a list; absent where one must be chosen */
  none?: string;
}

/** Stands for "no value" in a list: it is no JSON, so that no value is written so. */
const NONE = 'none';

/** A value as its reader knows it. */
export function valueIn(t: T, value: Json): string {
  return typeof value === 'boolean' ? t(value ? 'value.yes' : 'value.no') : valueWords(value);
}

const text: Writing<Json | undefined, string> = {
  write: value => (value === undefined ? '' : valueWords(value)),
  read: written => written.trim() || undefined,
};

const Listed = ({ values, ...props }: ValueFieldProps & { values: readonly Json[] }) => {
  const t = useT();
  const { value, onChange, none, takes: _takes, ...words } = props;
  const keyed = values.map(one => ({ id: JSON.stringify(one), label: valueIn(t, one), one }));
  const key = value === undefined ? NONE : JSON.stringify(value);
  const isListed = value === undefined || keyed.some(({ id }) => id === key);
  return (
    <Select
      {...words}
      value={value === undefined && !none ? null : key}
      onChange={chosen => onChange(keyed.find(({ id }) => id === chosen)?.one)}
      options={[
        ...(none ? [{ id: NONE, label: none }] : []),
        ...keyed.map(({ id, label }) => ({ id, label })),
        ...(isListed
          ? []
          : [{ id: key, label: t('draft.choice.unlisted', { value: valueIn(t, value) }) }]),
      ]}
    />
  );
};

const Numbered = ({ value, onChange, takes, none: _none, ...words }: ValueFieldProps) => (
  <NumberField
    {...words}
    value={typeof value === 'number' ? value : NaN}
    onChange={number => onChange(Number.isNaN(number) ? undefined : number)}
    {...(takes?.type === 'whole' ? { step: 1 } : {})}
  />
);

const Typed = ({ value, onChange, takes: _takes, none: _none, ...words }: ValueFieldProps) => {
  const [written, change] = useWritten(value, onChange, text);
  return <TextField {...words} value={written} onChange={change} />;
};

/** One value of an option, asked for by what the option takes: chosen where it can be, and not typed. */
export const ValueField = (props: ValueFieldProps) => {
  const { takes } = props;
  if (takes?.type === 'flag') return <Listed {...props} values={[true, false]} />;
  if (takes?.type === 'choice') return <Listed {...props} values={takes.values} />;
  if (takes?.type === 'whole' || takes?.type === 'number') return <Numbered {...props} />;
  return <Typed {...props} />;
};
