import {
  Checkbox,
  CheckboxGroup,
  NumberField,
  Select,
  Switch,
  Text,
  TextField,
} from '@backstage/ui';
import type { Json } from '@offerdesk/backstage-plugin-offers-common';
import { valueWords } from '../../words/options';
import { useT } from '../../words/useWords';
import type { QuoteField } from './fields';

interface OptionFieldProps {
  field: QuoteField;
  /** what is chosen; undefined where the standard stands */
  value: Json | undefined;
  /** what the backend says of it */
  problem: string | undefined;
  onChange: (value: Json | undefined) => void;
}

const NONE = 'none';

/** How many values are searched in rather than looked through. */
const MANY = 12;

const Choice = ({ field, value, problem, onChange }: OptionFieldProps) => {
  const t = useT();
  const index = field.values.findIndex(one => valueWords(one) === valueWords(value ?? null));
  return (
    <Select
      label={field.title}
      secondaryLabel={field.isRequired ? t('quote.required') : null}
      {...(field.description ? { description: field.description } : {})}
      value={index < 0 ? NONE : String(index)}
      onChange={key => onChange(key === NONE ? undefined : field.values[Number(key)])}
      isInvalid={problem !== undefined}
      options={[
        ...(field.standard === undefined ? [{ id: NONE, label: t('quote.notChosen') }] : []),
        ...field.values.map((one, place) => ({ id: String(place), label: valueWords(one) })),
      ]}
      {...(field.values.length > MANY ? { search: { placeholder: t('facet.searchIn') } } : {})}
    />
  );
};

const Choices = ({ field, value, onChange }: OptionFieldProps) => {
  const chosen = Array.isArray(value) ? value.map(valueWords) : [];
  return (
    <CheckboxGroup
      label={field.title}
      {...(field.description ? { description: field.description } : {})}
      value={chosen}
      onChange={keys => onChange(field.values.filter(one => keys.includes(valueWords(one))))}
    >
      {field.values.map(one => (
        <Checkbox key={valueWords(one)} value={valueWords(one)}>
          {valueWords(one)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
};

const NumberOption = ({ field, value, problem, onChange }: OptionFieldProps) => {
  const t = useT();
  return (
    <NumberField
      label={field.title}
      secondaryLabel={field.isRequired ? t('quote.required') : null}
      {...(field.description ? { description: field.description } : {})}
      value={typeof value === 'number' ? value : NaN}
      onChange={number => onChange(Number.isNaN(number) ? undefined : number)}
      {...(field.minimum === undefined ? {} : { minValue: field.minimum })}
      {...(field.maximum === undefined ? {} : { maxValue: field.maximum })}
      {...(field.isWhole ? { step: 1 } : {})}
      isInvalid={problem !== undefined}
    />
  );
};

const Asked = (props: OptionFieldProps) => {
  const t = useT();
  const { field, value, problem, onChange } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice {...props} />;
    case 'choices':
      return <Choices {...props} />;
    case 'number':
      return <NumberOption {...props} />;
    case 'flag':
      return <Switch label={field.title} isSelected={value === true} onChange={onChange} />;
    case 'text':
      return (
        <TextField
          label={field.title}
          secondaryLabel={field.isRequired ? t('quote.required') : null}
          {...(field.description ? { description: field.description } : {})}
          value={typeof value === 'string' ? value : ''}
          onChange={text => onChange(text === '' ? undefined : text)}
          isInvalid={problem !== undefined}
        />
      );
    default:
      return (
        <div>
          <Text as="p">{field.title}</Text>
          <Text as="p" variant="body-small" color="secondary">
            {t('quote.other')}
          </Text>
        </div>
      );
  }
};

/** Asks for one option, by what kind of value it is. */
export const OptionField = (props: OptionFieldProps) => (
  <div>
    <Asked {...props} />
    {props.problem && (
      <Text as="p" variant="body-small" color="danger" role="status">
        {props.problem}
      </Text>
    )}
  </div>
);
