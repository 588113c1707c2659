import { Checkbox, NumberField, Select, TextAreaField, TextField } from '@backstage/ui';
import type { Json } from '@offerdesk/backstage-plugin-offers-common';
import { valueWords } from '../../words/options';
import { useT } from '../../words/useWords';
import styles from './Design.module.css';
import { NameField } from './NameField';
import { typedValues, type DesignedOption, type OptionType } from './optionDesign';
import { isOptionName } from './renaming';
import { useWritten, type Writing } from './useWritten';
import { ValueField } from './ValueField';

const TYPES: readonly OptionType[] = ['text', 'choice', 'whole', 'number', 'flag'];

const ALWAYS = 'always';

/** What the fields of an option need. */
export interface OptionFieldsProps {
  option: DesignedOption;
  /** the other options, which can be a condition of this one */
  others: readonly DesignedOption[];
  onChange: (option: DesignedOption) => void;
  /** names that it cannot have, since others have them */
  taken: readonly string[];
  /** what names it follows */
  onRename: (name: string) => void;
}

type OwnProps = Pick<OptionFieldsProps, 'option' | 'onChange'>;

const Limits = ({ option, onChange }: OwnProps) => {
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

const lines: Writing<readonly Json[], string> = {
  write: values => values.map(valueWords).join('\n'),
  read: typedValues,
};

const Values = ({ option, onChange }: OwnProps) => {
  const t = useT();
  const [written, change] = useWritten(
    option.values,
    values => onChange({ ...option, values: [...values] }),
    lines,
  );
  return (
    <TextAreaField
      label={t('option.values')}
      description={t('option.valuesHint')}
      rows={Math.min(8, Math.max(3, option.values.length + 1))}
      value={written}
      onChange={change}
    />
  );
};

/** A value that an option can have, to begin a condition with. */
function firstOf({ type, values }: DesignedOption): Json {
  if (type === 'flag') return true;
  return values[0] ?? '';
}

const When = ({ option, others, onChange }: OwnProps & Pick<OptionFieldsProps, 'others'>) => {
  const t = useT();
  const named = others.find(({ name }) => name === option.when?.option);
  const choose = (key: string) => {
    const asked = others.find(({ name }) => name === key);
    onChange({ ...option, when: asked && { option: asked.name, equals: firstOf(asked) } });
  };
  return (
    <div className={styles.fields}>
      <Select
        label={t('option.asked')}
        value={option.when?.option ?? ALWAYS}
        onChange={key => choose(String(key))}
        options={[
          { id: ALWAYS, label: t('option.always') },
          ...others.map(({ name, title }) => ({
            id: name,
            label: t('option.when', { option: title || name }),
          })),
        ]}
      />
      {option.when && (
        <ValueField
          label={t('option.value')}
          takes={named}
          value={option.when.equals}
          onChange={equals =>
            onChange({
              ...option,
              when: { option: option.when?.option ?? '', equals: equals ?? '' },
            })
          }
        />
      )}
    </div>
  );
};

/** What is asked, how, when, and what stands unless it is answered. */
export const OptionFields = (props: OptionFieldsProps) => {
  const { option, onChange, taken, onRename } = props;
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
        {isNumber && <Limits option={option} onChange={onChange} />}
        <NameField
          label={t('option.name')}
          description={t('options.newHint')}
          isName={isOptionName}
          value={option.name}
          taken={taken}
          onChange={onRename}
        />
      </div>
      {option.type === 'choice' && <Values option={option} onChange={onChange} />}
      <div className={styles.fields}>
        <ValueField
          label={t('option.standard')}
          takes={option}
          value={option.standard}
          none={t('value.none')}
          onChange={standard => onChange({ ...option, standard })}
        />
        <TextField
          label={t('option.description')}
          value={option.description}
          onChange={description => onChange({ ...option, description })}
        />
      </div>
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
