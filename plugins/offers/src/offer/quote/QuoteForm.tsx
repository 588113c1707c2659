import { NumberField, Select, Switch, Text, TextField } from '@backstage/ui';
import type { ConsumerContent, Json } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../../words/useWords';
import { isAsked, quoteFields, stillAsked } from './fields';
import { OptionField } from './OptionField';
import styles from './Quote.module.css';
import { Steps } from './Steps';
import type { Quoting } from './useQuote';

interface QuoteFormProps {
  content: ConsumerContent;
  quoting: Quoting;
  /** what a step of the bundle is called */
  stepTitle: (key: string) => string;
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

const OptionFields = ({ content, quoting }: Omit<QuoteFormProps, 'stepTitle'>) => {
  const t = useT();
  const { choosing, choose, problems, hasChosen } = quoting;
  const all = quoteFields(content.options);
  const standards = Object.fromEntries(
    all.flatMap(({ name, standard }) => (standard === undefined ? [] : [[name, standard]])),
  );
  const withStandards = (options: typeof choosing.options) => ({
    ...standards,
    ...content.options.fixed,
    ...options,
  });
  const fields = all.filter(field =>
    isAsked(field, withStandards(choosing.options), name =>
      problems.some(problem => problem.field === `options.${name}`),
    ),
  );
  const change = (name: string, value: Json | undefined) => {
    const options =
      value === undefined
        ? without(choosing.options, name)
        : { ...choosing.options, [name]: value };
    choose({ options: stillAsked(all, options, withStandards(options)) });
  };
  if (fields.length === 0 && content.options.toggles.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('quote.nothingAsked')}
      </Text>
    );
  }
  return (
    <>
      {fields.map(field => (
        <OptionField
          key={field.name}
          field={field}
          value={choosing.options[field.name] ?? field.standard}
          // Nobody is told off for what they have not yet been asked.
          problem={
            hasChosen
              ? problems.find(({ field: named }) => named.startsWith(`options.${field.name}`))
                  ?.remedy
              : undefined
          }
          onChange={value => change(field.name, value)}
        />
      ))}
    </>
  );
};

const Toggles = ({ content, quoting }: Omit<QuoteFormProps, 'stepTitle'>) => {
  const t = useT();
  const { choosing, choose } = quoting;
  const { toggles } = content.options;
  if (toggles.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('quote.toggles')}</legend>
      {toggles.map(({ key, title, default: standard }) => (
        <Switch
          key={key}
          label={title}
          isSelected={choosing.toggles[key] ?? standard}
          onChange={isOn => choose({ toggles: { ...choosing.toggles, [key]: isOn } })}
        />
      ))}
    </fieldset>
  );
};

/** The units that something is charged by, also of a member; each can be estimated. */
function unitsOf({ priceLists, options }: ConsumerContent, quote: Quoting['quote']): string[] {
  const charges = [
    ...priceLists.flatMap(list => list.charges),
    ...options.effects.flatMap(({ effect }) => (effect.kind === 'add' ? [effect.charge] : [])),
  ];
  const own = charges.flatMap(charge => (charge.kind === 'usage' ? [charge.unit] : []));
  const quoted = (quote?.lines ?? []).flatMap(({ kind, unit }) =>
    kind === 'usage' && unit ? [unit] : [],
  );
  return [...new Set([...own, ...quoted])];
}

const Amounts = ({ content, quoting }: Omit<QuoteFormProps, 'stepTitle'>) => {
  const t = useT();
  const { choosing, choose, quote, currencies } = quoting;
  return (
    <div className={styles.amounts}>
      <NumberField
        label={t('quote.quantity')}
        value={choosing.quantity}
        minValue={1}
        maxValue={1000}
        step={1}
        onChange={quantity => choose({ quantity: Number.isNaN(quantity) ? 1 : quantity })}
      />
      {currencies.length > 1 && (
        <Select
          label={t('quote.currency')}
          value={choosing.currency ?? quote?.currency ?? currencies[0] ?? null}
          onChange={key => choose({ currency: String(key) })}
          options={currencies.map(code => ({ id: code, label: code }))}
        />
      )}
      {unitsOf(content, quote).map(unit => (
        <TextField
          key={unit}
          label={t('quote.usageOf', { unit })}
          inputMode="decimal"
          value={choosing.usage[unit] ?? ''}
          onChange={text => {
            // Many write a comma where a quantity has its point.
            const figure = text.trim().replace(/^(\d+),(\d*)$/, '$1.$2');
            choose({
              usage: figure ? { ...choosing.usage, [unit]: figure } : without(choosing.usage, unit),
            });
          }}
        />
      ))}
    </div>
  );
};

/** What the reader can choose before there is anything to order. */
export const QuoteForm = (props: QuoteFormProps) => (
  <div className={styles.form}>
    <OptionFields {...props} />
    <Toggles {...props} />
    <Steps {...props} />
    <Amounts {...props} />
  </div>
);
