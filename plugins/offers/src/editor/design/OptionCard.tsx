import { Button, Checkbox, NumberField, Select, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import { valueWords } from '../../words/options';
import styles from './Design.module.css';
import { typedValue, typedValues, type DesignedOption, type OptionType } from './optionDesign';

const TYPES: readonly { id: OptionType; label: string }[] = [
  { id: 'text', label: 'Text' },
  { id: 'choice', label: 'One of a list' },
  { id: 'whole', label: 'Whole number' },
  { id: 'number', label: 'Number' },
  { id: 'flag', label: 'Yes or no' },
];

const ALWAYS = 'always';

interface OptionCardProps {
  option: DesignedOption;
  /** the other options, which can be a condition of this one */
  others: readonly DesignedOption[];
  onChange: (option: DesignedOption) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}

const Limits = ({ option, onChange }: Pick<OptionCardProps, 'option' | 'onChange'>) => {
  const given = (value: number) => (Number.isNaN(value) ? undefined : value);
  return (
    <>
      <NumberField
        label="At least"
        value={option.minimum ?? NaN}
        onChange={value => onChange({ ...option, minimum: given(value) })}
      />
      <NumberField
        label="At most"
        value={option.maximum ?? NaN}
        onChange={value => onChange({ ...option, maximum: given(value) })}
      />
    </>
  );
};

const When = ({ option, others, onChange }: Omit<OptionCardProps, 'onRemove' | 'onMove'>) => {
  const named = others.find(({ name }) => name === option.when?.option);
  return (
    <div className={styles.fields}>
      <Select
        label="Asked"
        value={option.when?.option ?? ALWAYS}
        onChange={key =>
          onChange({
            ...option,
            when: key === ALWAYS ? undefined : { option: String(key), equals: '' },
          })
        }
        options={[
          { id: ALWAYS, label: 'Always' },
          ...others.map(({ name, title }) => ({ id: name, label: `When ${title || name} is` })),
        ]}
      />
      {option.when && (
        <TextField
          label="this value"
          value={valueWords(option.when.equals)}
          onChange={text =>
            onChange({
              ...option,
              when: {
                option: option.when?.option ?? '',
                equals: typedValue(text, named?.type ?? 'text') ?? '',
              },
            })
          }
        />
      )}
    </div>
  );
};

/** What an option is, in a line. */
function inShort({ title, type, values, isRequired, when }: DesignedOption): string {
  const kind = TYPES.find(({ id }) => id === type)?.label ?? '';
  return [
    title,
    type === 'choice' ? `${kind} (${values.length})` : kind,
    isRequired ? 'has to be answered' : '',
    when ? `only when ${when.option} is ${valueWords(when.equals)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const Fields = (props: OptionCardProps) => {
  const { option, onChange } = props;
  const isNumber = option.type === 'whole' || option.type === 'number';
  return (
    <>
      <div className={styles.fields}>
        <TextField
          label="Title"
          value={option.title}
          onChange={title => onChange({ ...option, title })}
        />
        <Select
          label="Takes"
          value={option.type}
          onChange={key => {
            const type = TYPES.find(({ id }) => id === key)?.id;
            if (type) onChange({ ...option, type, standard: undefined });
          }}
          options={TYPES.map(({ id, label }) => ({ id, label }))}
        />
        {option.type === 'choice' && (
          <TextField
            label="Values"
            description="With commas between them."
            defaultValue={option.values.map(valueWords).join(', ')}
            onChange={text => onChange({ ...option, values: typedValues(text) })}
          />
        )}
        {isNumber && <Limits option={option} onChange={onChange} />}
        <TextField
          label="Unless they say"
          value={option.standard === undefined ? '' : valueWords(option.standard)}
          onChange={text => onChange({ ...option, standard: typedValue(text, option.type) })}
        />
      </div>
      <TextField
        label="Description"
        value={option.description}
        onChange={description => onChange({ ...option, description })}
      />
      <When {...props} />
      <Checkbox
        isSelected={option.isRequired}
        onChange={isRequired => onChange({ ...option, isRequired })}
      >
        Has to be answered
      </Checkbox>
    </>
  );
};

/** One option: what it is in a line, and its fields when they are asked for. */
export const OptionCard = (props: OptionCardProps) => {
  const { option, onRemove, onMove } = props;
  const { name } = option;
  // One that was just added says nothing yet, so its fields are there at once.
  const [isOpen, setOpen] = useState(option.title === '' && option.type === 'text');
  return (
    <li className={styles.item} aria-label={`Option ${name}`}>
      <div className={styles.head}>
        <span>
          <Text weight="bold">{name}</Text>{' '}
          <Text color="secondary" variant="body-small">
            {inShort(option)}
          </Text>
        </span>
        <span>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? `Fold ${name}` : `Edit ${name}`}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onMove(-1)}
            aria-label={`Move the option ${name} up`}
          >
            Up
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onMove(1)}
            aria-label={`Move the option ${name} down`}
          >
            Down
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={onRemove}
            aria-label={`Remove the option ${name}`}
          >
            Remove
          </Button>
        </span>
      </div>
      {isOpen && <Fields {...props} />}
    </li>
  );
};
