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
  const areStepsAsked = content.bundle?.steps.some(step => step.optional || step.choice);
  if (fields.length === 0 && content.options.toggles.length === 0 && !areStepsAsked) {
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

/** What can be estimated: a unit that something is charged by, and the step of which, where several are charged by it. */
interface Estimated {
  key: string;
  unit: string;
  step?: string;
}

function estimatedIn(
  { priceLists, options }: ConsumerContent,
  quote: Quoting['quote'],
): Estimated[] {
  const charges = [
    ...priceLists.flatMap(list => list.charges),
    ...options.effects.flatMap(({ effect }) => (effect.kind === 'add' ? [effect.charge] : [])),
  ];
  const own = charges.flatMap(charge => (charge.kind === 'usage' ? [charge.unit] : []));
  const lines = (quote?.lines ?? []).filter(({ kind }) => kind === 'usage');
  const units = new Set([...own, ...lines.flatMap(({ unit }) => unit ?? [])]);
  return [...units].flatMap(unit => {
    const members = lines.flatMap(line => (line.unit === unit && line.step ? [line.step] : []));
    const steps = [...new Set(members)].map(step => ({ key: `${step}/${unit}`, unit, step }));
    if (own.includes(unit)) return [{ key: unit, unit }, ...steps];
    return steps.length > 1 ? steps : [{ key: unit, unit }];
  });
}

const Amounts = ({ content, quoting, stepTitle }: QuoteFormProps) => {
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
      {estimatedIn(content, quote).map(({ key, unit, step }) => (
        <TextField
          key={key}
          label={
            step === undefined
              ? t('quote.usageOf', { unit })
              : t('quote.usageOfStep', { unit, step: stepTitle(step) })
          }
          inputMode="decimal"
          value={choosing.usage[key] ?? ''}
          onChange={text => {
            // Many write a comma where a quantity has its point.
            const figure = text.trim().replace(/^(\d+),(\d*)$/, '$1.$2');
            choose({
              usage: figure ? { ...choosing.usage, [key]: figure } : without(choosing.usage, key),
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
