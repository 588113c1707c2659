import { Button, Checkbox, NumberField, Select, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import { valueWords } from '../../words/options';
import styles from './Design.module.css';
import { typedValue, typedValues, type DesignedOption, type OptionType } from './optionDesign';
import { useT, type T } from '../../words/useWords';

const TYPES: readonly OptionType[] = ['text', 'choice', 'whole', 'number', 'flag'];

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
  const t = useT();
  const given = (value: number) => (Number.isNaN(value) ? undefined : value);
  return (
    <>
      <NumberField
        label={t('option.atLeast')}
        value={option.minimum ?? NaN}
        onChange={value => onChange({ ...option, minimum: given(value) })}
      />
      <NumberField
        label={t('option.atMost')}
        value={option.maximum ?? NaN}
        onChange={value => onChange({ ...option, maximum: given(value) })}
      />
    </>
  );
};

const When = ({ option, others, onChange }: Omit<OptionCardProps, 'onRemove' | 'onMove'>) => {
  const t = useT();
  const named = others.find(({ name }) => name === option.when?.option);
  return (
    <div className={styles.fields}>
      <Select
        label={t('option.asked')}
        value={option.when?.option ?? ALWAYS}
        onChange={key =>
          onChange({
            ...option,
            when: key === ALWAYS ? undefined : { option: String(key), equals: '' },
          })
        }
        options={[
          { id: ALWAYS, label: t('option.always') },
          ...others.map(({ name, title }) => ({
            id: name,
            label: t('option.when', { option: title || name }),
          })),
        ]}
      />
      {option.when && (
        <TextField
          label={t('option.value')}
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
function inShort(t: T, { title, type, values, isRequired, when }: DesignedOption): string {
  const kind = t(`option.${type}`);
  return [
    title,
    type === 'choice' ? `${kind} (${values.length})` : kind,
    isRequired ? t('option.inShort.required') : '',
    when ? t('option.inShort.when', { option: when.option, value: valueWords(when.equals) }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const Fields = (props: OptionCardProps) => {
  const { option, onChange } = props;
  const t = useT();
  const isNumber = option.type === 'whole' || option.type === 'number';
  return (
    <>
      <div className={styles.fields}>
        <TextField
          label={t('option.title')}
          value={option.title}
          onChange={title => onChange({ ...option, title })}
        />
        <Select
          label={t('option.takes')}
          value={option.type}
          onChange={key => {
            const type = TYPES.find(each => each === key);
            if (type) onChange({ ...option, type, standard: undefined });
          }}
          options={TYPES.map(id => ({ id, label: t(`option.${id}`) }))}
        />
        {option.type === 'choice' && (
          <TextField
            label={t('option.values')}
            description={t('option.valuesHint')}
            defaultValue={option.values.map(valueWords).join(', ')}
            onChange={text => onChange({ ...option, values: typedValues(text) })}
          />
        )}
        {isNumber && <Limits option={option} onChange={onChange} />}
        <TextField
          label={t('option.standard')}
          value={option.standard === undefined ? '' : valueWords(option.standard)}
          onChange={text => onChange({ ...option, standard: typedValue(text, option.type) })}
        />
      </div>
      <TextField
        label={t('option.description')}
        value={option.description}
        onChange={description => onChange({ ...option, description })}
      />
      <When {...props} />
      <Checkbox
        isSelected={option.isRequired}
        onChange={isRequired => onChange({ ...option, isRequired })}
      >
        {t('option.required')}
      </Checkbox>
    </>
  );
};

/** One option: what it is in a line, and its fields when they are asked for. */
export const OptionCard = (props: OptionCardProps) => {
  const { option, onRemove, onMove } = props;
  const t = useT();
  const { name } = option;
  // One that was just added says nothing yet, so its fields are there at once.
  const [isOpen, setOpen] = useState(option.title === '' && option.type === 'text');
  return (
    <li className={styles.item} aria-label={t('option.of', { name })}>
      <div className={styles.head}>
        <span>
          <Text weight="bold">{name}</Text>{' '}
          <Text color="secondary" variant="body-small">
            {inShort(t, option)}
          </Text>
        </span>
        <span>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'option.fold' : 'option.edit', { name })}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onMove(-1)}
            aria-label={t('option.upOf', { name })}
          >
            {t('option.up')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onMove(1)}
            aria-label={t('option.downOf', { name })}
          >
            {t('option.down')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={onRemove}
            aria-label={t('option.removeOf', { name })}
          >
            {t('option.remove')}
          </Button>
        </span>
      </div>
      {isOpen && <Fields {...props} />}
    </li>
  );
};
